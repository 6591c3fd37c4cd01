/** Chinese text of the administrator's page of calendar, working hours and limits. */
export const deadlineWords = {
  tab: '时限',
  title: '时限',
  kinds: { calendar: '放假安排', hours: '工作时间', limits: '办理时限' },
  save: '保存',
  busy: '正在保存…',
  saved: '已保存，一分钟内生效',
  cancel: '不改了',
} as const

export const calendarWords = {
  missing: (year: number) => `${year} 年的放假安排还没有录入`,
  missingHint: '跨到这一年的时限先按周末和固定节日估算，录入后自动重算。请按国务院办公厅的通知录入。',
  hint: '放假安排决定每件诉求哪天到期。录入时会核对：日期写重、缺一天、少了法定假期都会指出来，不会写进去。',
  add: '录入一年',
  change: '修改',
  year: '年份',
  yearHint: '例如 2027',
  yearWrong: '请写四位数的年份',
  source: '通知文号',
  sourceHint: '例如 国办发明电〔2026〕7号',
  holidays: '放假的日期',
  holidaysHint: '一行一个，连着的可以写 2027-02-05至2027-02-11',
  workdays: '调休上班的日期',
  workdaysHint: '周六、周日上班的日期，一行一个；没有就空着',
  yearTitle: (year: number) => `${year} 年`,
  counts: (off: number, on: number) => `放假 ${off} 天，调休上班 ${on} 天`,
} as const

export const hoursWords = {
  hint: '按工作小时、工作日计算的时限只在这些时间里走。没有单独设的街镇按全区的来。',
  standard: '没有另外设，按 09:00-12:00、14:00-18:00',
  likeDistrict: '按全区的来',
  change: '修改',
  hours: '工作时间',
  hoursHint: '例如 09:00-12:00 14:00-18:00；空着就按上一级的来',
} as const

export const limitWords = {
  hint: '没有另外设的，按规定的时限。新的时限只管从生效那天起开始计的，已经在走的不变。',
  add: '设一条时限',
  emptyTitle: '还没有另外设时限',
  empty: '现在全部按规定的时限',
  kind: '哪一种时限',
  amount: '多长',
  amountHint: '大于 0 的数，例如 3',
  amountWrong: '请写大于 0 的数',
  unit: '单位',
  units: { minutes: '分钟', hours: '小时', workingHours: '工作小时', workdays: '工作日' },
  urgency: '紧急程度',
  anyUrgency: '全部',
  category: '事项分类',
  anyCategory: '全部分类',
  area: '区域',
  anyArea: '全区',
  from: '从哪天起',
  until: '到哪天止（可以空着）',
  dateHint: '例如 2026-12-01',
  end: '今天结束',
  endAsk: '今天以后开始计的时限不再按这一条，确定吗？',
} as const
