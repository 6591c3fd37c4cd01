export const dangerKinds = ['fire', 'gas', 'injury', 'suicide', 'crime'] as const
export type DangerKind = (typeof dangerKinds)[number]

/** What to call first. Filing stays possible. WORKFLOW §1 "submit". */
export const dangerAdvice: Record<DangerKind, { phone: '110' | '119' | '120'; words: string }> = {
  fire: { phone: '119', words: '着火了请先离开，马上拨打 119' },
  gas: { phone: '119', words: '闻到燃气味请开窗、别开关电器，到室外拨打 119' },
  injury: { phone: '120', words: '有人受伤或病危，请马上拨打 120' },
  suicide: { phone: '110', words: '您或身边的人有生命危险，请马上拨打 110，会有人帮您' },
  crime: { phone: '110', words: '正在发生危险，请马上拨打 110' },
}

const dangerWords: Record<DangerKind, RegExp> = {
  fire: /着火|起火|失火|火灾|冒(?:浓)?烟|烧起来|爆炸/,
  gas: /(?:燃气|煤气|天然气|液化气)[^，。；]{0,6}(?:泄漏|泄露|漏(?!水|雨|洞)|味)|漏气|一氧化碳(?:中毒|超标|报警)|煤气中毒/,
  injury:
    /受伤|摔伤|砸伤|流血|昏迷|晕倒|骨折|触电|溺水|落水|掉进.{0,4}(?:井|河|坑|水)|救命|有人被困|被困电梯|电梯困人/,
  suicide: /自杀|轻生|跳楼|不想活|割腕|活不下去/,
  crime: /持刀|砍人|抢劫|绑架|正在打人|家暴|杀人/,
}

/**
 * Phrases that hold a word of danger and name none: what might happen one day, and other words with the same
 * characters (落水管, 年轻生命). They are cut out first; what stands beside them still counts.
 */
const harmless = [
  /(?:一旦|万一|如果|要是|容易|预防|防止|避免|以免)[^，。；！？]{0,8}(?:着火|起火|失火|火灾|爆炸)/g,
  /火灾(?:安全)?(?:隐患|演练|演习|逃生|预防|保险|自动报警|报警|风险)/g,
  /(?:知识|信息)爆炸|爆炸(?:式|性增长)|车外起火/g,
  /(?:轮胎|车胎|门窗|窗户|空调)漏气/g,
  /救命(?:的)?(?:药|钱|稻草|恩人|之恩|通道|路)/g,
  /落水(?:管|口|井|槽|斗|洞)/g,
  /年轻生命|跳楼(?:价|机|大甩卖)/g,
  /道德绑架|绑架(?:消费|销售)/g,
]

/** The kinds of danger that a text names, in the order of the table; empty for nearly all texts. */
export function dangerIn(text: string): DangerKind[] {
  const rest = harmless.reduce((left, phrase) => left.replace(phrase, '，'), text)
  return dangerKinds.filter((kind) => dangerWords[kind].test(rest))
}
