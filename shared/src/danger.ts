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
  fire: /着火|起火|失火|火灾(?!隐患|演练|报警器)|冒(?:浓)?烟|烧起来|爆炸/,
  gas: /(?:燃气|煤气|天然气|液化气)[^，。；]{0,6}(?:泄漏|泄露|漏|味)|漏气|一氧化碳|煤气中毒/,
  injury:
    /受伤|摔伤|砸伤|流血|昏迷|晕倒|骨折|触电|溺水|落水|掉进.{0,4}(?:井|河|坑|水)|救命|有人被困|被困电梯|电梯困人/,
  suicide: /自杀|轻生|跳楼|不想活|割腕|活不下去/,
  crime: /持刀|砍人|抢劫|绑架|正在打人|家暴|杀人/,
}

/** The kinds of danger that a text names, in the order of the table; empty for nearly all texts. */
export const dangerIn = (text: string): DangerKind[] =>
  dangerKinds.filter((kind) => dangerWords[kind].test(text))
