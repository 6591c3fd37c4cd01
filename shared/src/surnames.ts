/** Surnames of two characters, before those of one: 欧阳 is not 欧 with a name. */
const double = '欧阳 上官 司马 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 夏侯 司徒 端木 长孙 宇文 轩辕 钟离'

/** Surnames that begin few other words: enough to take what follows a role (业主李…) for a name. */
const plain =
  '王李张刘陈杨赵黄周吴徐孙胡朱郭何罗宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎潘杜戴夏钟汪田任姜范姚谭廖邹熊陆郝孔崔邱秦侯邵孟龙史陶黎贺顾毛郭龚邢倪庞樊裴翟柴覃涂蓝肖聂岳齐俞詹欧莫耿殷祁柯褚苗季'

/** The rest of the common ones. Each begins everyday words too (高度、方便、安全): a title must follow. */
const common = '高马林梁余于尹白康江石金段雷武常万乔赖文施洪向温关安葛牛包鲁祝左成游辛时方'

const oneOf = (...parts: string[]): string => `(?:${parts.join('|')})`

export const plainSurname = oneOf(...double.split(' '), `[${plain}]`)
export const anySurname = oneOf(...double.split(' '), `[${plain}${common}]`)
