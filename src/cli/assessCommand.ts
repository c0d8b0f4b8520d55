/** `sizhi assess`: every community held against the rules of a profile; totals and the scorecard. */
import { assessPlan, type Assessment } from '../core/assess.ts';
import { areaFigures } from '../core/facts/areaFigures.ts';
import { planCompounds } from '../core/facts/planCompounds.ts';
import { planFacts } from '../core/facts/planFacts.ts';
import { updateFigures } from '../core/households/figures.ts';
import { assessCompound } from '../core/rules/assessCommunity.ts';
import type { Finding } from '../core/rules/finding.ts';
import type { CommunityFacts } from '../core/rules/facts.ts';
import { translator, type Language } from '../i18n/index.ts';
import { assessGround, type AssessGround } from './assessGround.ts';
import { assessOptions, type AssessCall } from './assessOptions.ts';
import { profileOf } from './assessProfile.ts';
import { ExitCode } from './exit.ts';
import { facilitiesIn } from './assessFacilities.ts';
import { printAssess } from './printAssess.ts';
import { describeTableProblem, TableRefusals, tellRefusals } from './tableOptions.ts';

export function assessCommand(argv: string[]): ExitCode {
  const call = assessOptions(argv);
  const t = translator(call.language);
  try {
    return assess(call);
  } catch (error) {
    if (error instanceof TableRefusals) return tellRefusals(error, call.json, t);
    throw error;
  }
}

function assess(call: AssessCall): ExitCode {
  const t = translator(call.language);
  const ground = assessGround(call, t);
  const { plan, base, setting, tables } = ground;
  const profile = profileOf(call.profile, call.references, plan);
  const figures = plan === base ? ground.figures : updateFigures(ground.figures, plan);
  const facts = planFacts(plan, figures, setting, tables.given);
  const assessment = assessPlan(facts, profile, {
    asOf: call.asOf, averagePayYuan: call.averagePayYuan, whole: call.whole ?? wholeOf(facts), figures: areaFigures(plan, figures, tables.areaFigures),
  });
  const compounds = planCompounds(plan, figures, ground.compounds).map((each) => ({ id: each.id, name: each.name, community: each.community, findings: assessCompound(each, profile) }));
  const facilities = call.facilities.reduce((sum, path) => sum + facilitiesIn(path), 0) + tables.facilities.length;
  for (const problem of ground.problems) process.stderr.write(`${describeTableProblem(problem, t)}\n`);
  if (call.json) process.stdout.write(`${JSON.stringify(asJson(call, ground, assessment, compounds, facilities))}\n`);
  else printAssess({ call, ground, assessment, profile, t });
  const broken = assessment.communities.some(({ findings }) => findings.some(isBroken)) || compounds.some(({ findings }) => findings.some(isBroken));
  return ground.geometryErrors > 0 || broken ? ExitCode.found : ExitCode.clean;
}

/** A firm or general rule that fails; a layer for reference decides nothing. */
export function isBroken({ verdict, rule: { strength, reference } }: Finding): boolean {
  return verdict === 'fail' && (strength === 'firm' || strength === 'general') && reference !== true;
}

/** Communities of several districts are the city's. */
function wholeOf(facts: readonly CommunityFacts[]): 'city' | 'district' {
  return new Set(facts.flatMap(({ district }) => (district.known ? [district.value] : []))).size > 1 ? 'city' : 'district';
}

function asJson(call: AssessCall, ground: AssessGround, assessment: Assessment, compounds: readonly { id: string; name: string; community: string | null; findings: readonly Finding[] }[], facilities: number) {
  const { language } = call;
  return {
    profile: assessment.profile, asOf: assessment.asOf, scenario: ground.scenario, geometryErrors: ground.geometryErrors, skipped: ground.skipped,
    communities: assessment.communities.map(({ id, name, class: sizeClass, classBasis, proposal, findings, needs, money }) => ({
      id, name, class: sizeClass, classBasis, proposal, findings: findings.map((each) => asFinding(each, language)), needs, money,
    })),
    totals: assessment.totals,
    scorecard: assessment.scorecard.map((row) => ({ ...row, row: row.row ?? row.indicator })),
    subdistricts: assessment.subdistricts, districts: assessment.districts.map(({ name, totals, league }) => ({ name, totals, league })),
    compounds: compounds.map(({ findings, ...compound }) => ({ ...compound, findings: findings.filter(({ verdict }) => verdict !== 'notApplicable').map((each) => asFinding(each, language)) })),
    tables: ground.tables.reports.map(({ name, kind, columns, join, facts }) => ({
      name, kind, columns, facts, joined: join?.joined.length ?? 0, unjoined: join?.unjoined ?? [], doubled: join?.doubled ?? [], repeated: join?.repeated ?? [],
    })),
    conflicts: ground.tables.conflicts, problems: ground.problems, facilities,
  };
}

function asFinding({ rule: { id, source, reading, ...rule }, ...finding }: Finding, language: Language) {
  return { rule: id, ...rule, ...finding, source: { document: source.document, article: source.article }, ...(reading === undefined ? {} : { reading: reading[language] }) };
}

