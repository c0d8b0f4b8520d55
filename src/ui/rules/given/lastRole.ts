/** Who gave a figure last: the next one is mostly by the same. Kept as long as the page is open. */
let role = '';

export function lastRole(): string {
  return role;
}

export function rememberRole(next: string): void {
  role = next;
}
