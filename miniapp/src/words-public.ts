/** Chinese text of what anybody may see. */
export const aroundWords = {
  title: '身边办成的事',
  share: '看看身边办成了哪些事',
  views: { solved: '办成的事', rates: '各单位', trust: '信息怎么用' },
  viewsLabel: '看什么',
  areas: '看哪里',
  street: '本街道',
  district: '全区',
  week: '最近 7 天，办成并由反映的人评价过的事',
  took: (days: number) => (days === 0 ? '当天办完' : `${days} 天办完`),
  face: (words: string) => `评价${words}`,
  by: (department: string) => `${department}办理`,
  emptyTitle: '这里最近 7 天还没有',
  empty: '换一个范围看看，或者说说您遇到的困难',
  wider: '看全区',
  file: '去提交',
  more: '看更多身边办成的事',
  photo: (what: string) => `${what}，办理后的照片`,
  all: '全区',
  ratesHint: (from: string, to: string) => `${from} 至 ${to}，由反映的人评价得出`,
  rated: (n: number) => `${n} 人评价`,
  few: '评价还少，暂不显示比例',
  fewTitle: '评价还少的单位',
  solved: '解决了',
  satisfied: '满意',
  contacted: '联系过反映的人',
  onTime: '按时办完',
  none: '—',
  ratesNote: '评价满 10 件才显示比例。这里的数字和区里考核用的是同一份。',
  noRatesTitle: '最近 90 天还没有评价',
  noRates: '有人评价后，这里就能看到',
} as const

/** What happens with what one tells us; each a question that people ask. */
export const trustWords: readonly { question: string; answer: string }[] = [
  {
    question: '谁能看到我的电话和住址？',
    answer: '只有办理这件事的工作人员。平时遮盖，要看就得写明原因，每次都有记录。',
  },
  {
    question: '选了“隐匿身份”呢？',
    answer: '办理的单位看不到您的姓名和电话，由平台代为联系。这件事也不会出现在公示里。',
  },
  {
    question: '公示里会有我写的话吗？',
    answer: '不会。公示只写办的是哪类事、在哪个社区、怎么办的。电话、门牌、车牌和姓名都会盖住。',
  },
  {
    question: '谁说了算“办好了”？',
    answer: '您说了算。您点“没解决”，就重新办理。对办理不满意，可以一键投诉，24 小时内有专人联系您。',
  },
  {
    question: '投诉会被办理的单位知道吗？',
    answer: '投诉由监督人员处理，办理的单位看不到是谁投诉的。',
  },
]
