/** Made by the build: gzip in base64 (vite.config.ts). */
declare module 'highs/runtime?packed' {
  const packed: string;
  export default packed;
}
