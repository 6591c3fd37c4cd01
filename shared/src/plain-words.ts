/**
 * Words of offices that do not appear on a resident's screen, and what is said instead. The desk keeps its own: there
 * they are exact.
 */
export const plainWords: Readonly<Record<string, string>> = {
  工单: '诉求',
  派单: '转给',
  流转: '转给',
  转办: '转给',
  交办: '转给',
  签收: '收到',
  退单: '换一个单位办理',
  主办: '负责',
  协办: '协助',
  督促: '要求尽快办好',
  时限: '答复您的时间',
  处置: '处理',
  整改: '改好',
  落实: '办好',
  研判: '看一看',
  核查: '核对',
  复核: '重新核实',
  响应: '联系您',
  提级: '报给上级',
  并案: '一起办理',
  挂账: '列入计划',
  予以: '',
  知悉: '知道',
  特此: '',
  贵单位: '您',
  承办单位: '负责的单位',
  承办人: '办理的人',
  办结: '办完',
  督办: '监督',
  诉求人: '您',
  不予受理: '没有受理',
}

/** The words of offices in a text. */
export const officialWordsIn = (text: string): string[] =>
  Object.keys(plainWords).filter((word) => text.includes(word))
