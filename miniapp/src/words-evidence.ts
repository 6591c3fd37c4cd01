/** Chinese text of what a department is asked for when somebody complains: the need and the question, no complainant. */
export const evidenceWords = {
  title: '举证',
  states: { asked: '待报送', sent: '已报送' },
  statesLabel: '看哪些',
  emptyTitle: { asked: '没有要报送的材料', sent: '还没有报送过材料' },
  empty: '督办员核查投诉时，会请本单位在 1 个工作日内说明办理经过',
  question: '要说明什么',
  askedAt: '通知时间',
  text: '办理经过',
  textHint: '几次到场、谁去的、怎么处理的，如实写',
  textShort: (min: number) => `请写清办理经过，不少于 ${min} 个字`,
  sender: '报送人',
  sentAt: '报送时间',
  files: '照片、录音',
  send: '报送',
  sendHint: '报送后不能再改。您看不到是谁投诉的，也请不要打听',
  done: '已报送',
} as const
