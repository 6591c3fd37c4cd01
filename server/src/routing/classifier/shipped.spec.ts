import { beforeAll, describe, expect, it } from '@jest/globals'
import { readFile } from 'node:fs/promises'
import { judged } from './judgement.js'
import { decoded, encoded } from './model-file.js'
import type { Model } from './model.js'
import { shippedFile, shippedModel, trainShipped } from './shipped.js'

/** Texts that were written before the corpus, by somebody else, and that nothing was trained on or chosen by. */
const unseen: readonly (readonly [category: string, text: string])[] = [
  ['education.enrolment', '明年秋季孩子读一年级，房子在翠堤，划到哪所学校'],
  ['education.transfer', '孩子想从乡下小学转到城里读，需要什么手续转学'],
  ['education.fees', '学校开学又让交三百多资料费，连个收据都没有'],
  ['education.canteen', '学校食堂今天的鸡腿都是臭的，娃吃了肚子疼'],
  ['education.teachers', '数学老师上课骂学生是猪，还拿尺子打手心'],
  ['education.tutoring', '画画培训机构老板跑了，我们家长交的钱怎么要'],
  ['education.kindergarten', '公办幼儿园什么时候报名，三岁半能上小班吗'],
  ['education.homework', '初三孩子晚自习上到十点半，作业还写不完'],
  ['education.aid', '儿子考上大学交不起学费，助学贷款在哪里办'],
  ['medical.service', '在中医院住院，护士换药爱搭不理'],
  ['medical.registration', '老年人不会手机预约，去医院现场挂号说没号了'],
  ['medical.fees', '看个感冒开了八百块钱检查费，是不是过度检查'],
  ['medical.dispute', '我爱人手术后一直感染，怀疑是医疗事故'],
  ['medical.vaccine', '给老人打流感疫苗要钱吗，哪个点有'],
  ['medical.maternal', '三胎生育登记要带啥证件，在社区能办吗'],
  ['medical.clinic', '村医老是不在，卫生室连退烧药都没有'],
  ['medical.claim', '住院花了五万，医保报销下来才一万多对吗'],
  ['medical.insurance', '今年居民医保缴费到几号截止，忘记交了怎么办'],
  ['medical.remote', '爸妈在上海看病，异地就医备案怎么弄'],
  ['medical.chronic', '糖尿病人在药店买胰岛素能走慢病吗'],
  ['elderly.home', '想送老人去公办养老院，床位还有没有，多少钱一个月'],
  ['elderly.canteen', '社区的老年食堂停了快一个月了啥时候开'],
  ['elderly.allowance', '我奶奶九十三岁，高龄津贴一个月应该多少'],
  ['elderly.card', '满65坐公交免费要办什么卡'],
  ['elderly.homeCare', '母亲瘫痪在床，有没有上门给老人洗澡的服务'],
  ['elderly.fraud', '一伙人天天组织老头老太太听课领鸡蛋，卖好几千的床垫'],
  ['housing.property', '物业收费不干活，电梯厅的灯坏了俩月'],
  ['housing.quality', '刚收房客厅墙体开裂，能插进去一张卡'],
  ['housing.title', '二手房过户要带哪些东西，几天能拿房本'],
  ['housing.delivery', '楼盘停工一年多了，开发商一直说快了'],
  ['housing.publicRental', '刚毕业没房，想问公租房怎么申请'],
  ['housing.demolition', '老房子拆迁三年了安置房还没影'],
  ['housing.renewal', '我们这栋七层老楼能不能加装电梯'],
  ['housing.lease', '中介把我押金扣了不还，合同都到期了'],
  ['housing.water', '家里停水一天了，打自来水公司没人接'],
  ['housing.water', '五楼水压小得跟滴水一样，洗澡都不行'],
  ['housing.power', '突然停电了，整条街都黑了'],
  ['housing.power', '电表走得太快，这个月电费翻了三倍'],
  ['housing.gas', '家里没气了，天然气公司说要等三天才来'],
  ['housing.heating', '暖气交了钱还是冰凉，室内才十三度'],
  ['urban.litter', '后门那堆垃圾一个礼拜没拉走了，招苍蝇'],
  ['urban.stalls', '卖烤红薯的摊子天天堵在校门口，人行道走不了'],
  ['urban.illegalBuilding', '对面楼顶又加盖了一层彩钢房，没人查吗'],
  ['urban.streetlight', '我们巷子路灯坏了半个月，摸黑回家'],
  ['urban.manhole', '十字路口井盖破了个洞，车轮卡进去了'],
  ['urban.drainage', '小区化粪池满了，污水流得到处都是'],
  ['urban.greening', '路边的树长得太高挡住交通灯，请修剪一下'],
  ['urban.toilet', '公园公厕脏得下不去脚，也没有水'],
  ['urban.signs', '电线杆上墙上全是小广告，撕都撕不完'],
  ['urban.hygiene', '邻居把鞋柜旧家具堆在楼道，走路都要侧身'],
  ['urban.dogs', '有人遛狗不牵绳，大狗扑到孩子身上'],
  ['transport.bus', '12路公交怎么越来越少，等了五十分钟'],
  ['transport.taxi', '网约车司机绕路还多收我二十块'],
  ['transport.road', '马路中间塌了个坑，晚上骑车看不见'],
  ['transport.rural', '我们村到镇上的公路烂得没法走'],
  ['transport.signal', '人民路路口红绿灯时间太短，过不去马路'],
  ['transport.parking', '小区外面两边全是乱停车，救护车都进不来'],
  ['transport.sharedBike', '共享单车乱七八糟堵在地铁口'],
  ['transport.roadworks', '门前修路围挡围了大半年，生意没法做'],
  ['transport.accident', '被电动车撞了，对方跑了，交警说要等'],
  ['transport.licence', '驾驶证丢了怎么补，罚款在哪交'],
  ['transport.charging', '小区想装充电桩物业不同意，怎么办'],
  ['environment.constructionNoise', '对面工地凌晨三点还在施工，吵得全家没睡'],
  ['environment.livingNoise', '楼下跳广场舞声音开得老大，孩子写不了作业'],
  ['environment.fumes', '楼下餐馆油烟熏得我家不敢开窗'],
  ['environment.air', '夜里总能闻到化工厂飘来的刺鼻臭味'],
  ['environment.river', '河水又黑又臭，上游肯定有人偷排'],
  ['environment.burning', '傍晚有人烧秸秆，整个村都是烟'],
  ['environment.livestock', '隔壁养猪场臭得没法住，粪水流到路上'],
  ['labour.wages', '干了半年活老板一分工资没给，找谁要'],
  ['labour.contract', '公司要裁员不给赔偿金，劳动仲裁去哪里'],
  ['labour.injury', '在工地砸伤了脚，老板不认工伤'],
  ['labour.pension', '我今年办退休，养老金按什么算'],
  ['labour.payment', '以前单位没给交社保，自己能补缴吗'],
  ['labour.unemployment', '被裁了怎么领失业金'],
  ['labour.socialCard', '社保卡消磁了在哪换'],
  ['civil.dibao', '我家就我一个残疾老头，低保为啥给取消了'],
  ['civil.disability', '父亲中风落下偏瘫，怎么办残疾证'],
  ['civil.marriage', '离婚冷静期过了要去哪里领证'],
  ['civil.veteran', '当过兵的优待证什么时候发'],
  ['civil.neighbour', '邻居家把院墙垒到我家地界上了'],
  ['market.food', '超市买的面包都长毛了，看日期早过期'],
  ['market.refund', '理发店办的会员卡还有一千多，店关门了'],
  ['market.fake', '买了两瓶酒是假酒，商家不承认'],
  ['service.postal', '快递员没打电话就把包裹放驿站，结果丢了'],
  ['market.elevator', '我们楼电梯又坏了，把老太太困在里面二十分钟'],
  ['market.price', '菜市场猪肉乱涨价，没有标价'],
  ['order.cyberFraud', '我妈被骗子骗走两万块，刷单返利的'],
  ['order.theft', '昨晚放楼下的电动车被偷了'],
  ['order.fire', '商场的安全出口堆满了货，灭火器也没有'],
  ['order.ebike', '楼上总有人把电动车推进电梯上楼充电'],
  ['order.gasLeak', '楼道里好大一股煤气味，快来人看看'],
  ['rural.subsidy', '今年小麦补贴发了吗，我的卡里没有'],
  ['rural.land', '村里把我家承包地流转出去也没给钱'],
  ['rural.homestead', '农村老房子想翻建，宅基地手续怎么走'],
  ['rural.irrigation', '水渠坏了两年，庄稼浇不上水'],
  ['rural.flood', '村边河堤塌了一段，夏天发大水怎么办'],
  ['rural.villageAffairs', '村支书不公开账目，集体的地租给谁都不知道'],
  ['culture.fitness', '广场上的健身器材坏了好几个没人修'],
  ['culture.venues', '图书馆周一为什么不开门'],
  ['culture.tourism', '景区门票网上买了退不了'],
  ['culture.entertainment', '未成年人在网吧通宵，老板不管'],
  ['service.hall', '办事大厅窗口中午没人，白跑一趟'],
  ['service.hukou', '孩子上户口需要带什么，派出所周六开吗'],
  ['service.providentFund', '公积金怎么提取还房贷'],
  ['service.telecom', '家里手机信号特别差，打电话断断续续'],
  ['service.businessLicence', '想开个奶茶店，营业执照怎么办理'],
]

/** What no department can act upon. */
const idle: readonly string[] = [
  '',
  '   ',
  '，。！？',
  '12345',
  '13812345678',
  '你好',
  '在吗在吗',
  '谢谢',
  '测试测试',
  '哈哈哈哈哈',
  'hello is anybody there',
  'asdf jkl qwer',
  'Здравствуйте, помогите',
  'こんにちは、元気ですか',
  '今天天气不错',
  '祝大家新年快乐万事如意',
  '加微信领红包，日赚五百不是梦',
  '兼职刷单日结，联系QQ',
  '👍👍👍',
  'http://example.com/a',
  '代办车辆年检过户，省心省力，欢迎咨询',
  '甩卖库存羽绒服，全场三十九元',
  '空调加氟清洗，专业师傅上门',
  '祝贺小区羽毛球队夺得冠军',
  '明天记得带伞',
  '床前明月光，疑是地上霜',
]

/** Advertising in the words of a category: the words are a matter's, and nothing is the matter. */
const offers: readonly string[] = [
  '物业公司招聘保安保洁，缴纳社保，工资面议',
  '专业清洗油烟机，饭店家庭都做，预约从速',
  '驾照扣分代消，快速办理，加我详谈',
  '疏通下水道，维修水管，随叫随到',
  '老年旅游团，夕阳红专列，报名送礼',
  '农资店新到复合肥，买十送一',
  '承接垃圾清运、建筑拆除、渣土外运业务',
  '网约车租赁，零首付提车，当天跑单',
  '太阳能路灯厂家直销，欢迎来电',
  '电梯维保承接，价格公道',
]

let shipped: Model
beforeAll(async () => {
  shipped = await shippedModel()
})

describe('the model that is shipped', () => {
  it('is what the corpus makes, to the byte', async () => {
    const made = encoded(await trainShipped())
    expect(made.equals(await readFile(shippedFile))).toBe(true)
  }, 180_000)

  it('is small', async () => {
    expect((await readFile(shippedFile)).length).toBeLessThanOrEqual(300_000)
  })

  it('finds the category of a text nobody trained it on', () => {
    const right = unseen.filter(
      ([category, text]) => judged(shipped.read(text), 1).guesses[0]?.code === category,
    )
    expect(right.length / unseen.length).toBeGreaterThanOrEqual(0.9)
  })

  it('is sure of most of those texts, and hardly ever wrongly', () => {
    const sure = unseen
      .map(([category, text]) => ({ category, ...judged(shipped.read(text), 1) }))
      .filter(({ isSure }) => isSure)
    const wrong = sure.filter(({ category, guesses }) => guesses[0]?.code !== category)
    expect(sure.length / unseen.length).toBeGreaterThanOrEqual(0.7)
    expect(wrong.length / unseen.length).toBeLessThanOrEqual(0.02)
  })

  it.each(idle)('sends nobody out for "%s"', (text) => {
    expect(judged(shipped.read(text), 2).isSure).toBe(false)
  })

  it.each(offers)('sends nobody out for the offer "%s"', (text) => {
    expect(judged(shipped.read(text), 2).isSure).toBe(false)
  })

  it('is sure of who complains about the same things', () => {
    for (const text of ['路灯坏了半个月没人修', '下水道堵了污水流了一地', '楼下饭店油烟熏得睡不着'])
      expect({ text, isSure: judged(shipped.read(text), 2).isSure }).toEqual({ text, isSure: true })
  })

  it('shows a person two guesses, however unlikely the second, and the likely ones alone where it is sure', () => {
    const text = '楼道里好大一股煤气味，快来人看看'
    expect(judged(shipped.read(text), 2)).toMatchObject({
      isSure: true,
      guesses: [{ code: 'order.gasLeak' }],
    })
    expect(judged(shipped.read(text), 2).guesses).toHaveLength(1)
    const { guesses } = judged(shipped.read(text), 2, true)
    expect(guesses).toHaveLength(2)
    expect(guesses[1]?.confidence).toBeLessThan(0.1)
    expect(judged(shipped.read('今天天气不错'), 2, true).isSure).toBe(false)
  })

  it('reads the first line of a letter as its heading', () => {
    const detail = '我们反映过多次，垃圾也没有人管，希望尽快解决'
    const [one, other] = [`路灯不亮\n${detail}`, `${detail}，路灯不亮`]
    const lightOf = (text: string) =>
      shipped.guess(text, 140).find(({ code }) => code === 'urban.streetlight')?.score ?? -1
    expect(lightOf(one)).toBeGreaterThan(lightOf(other))
  })

  it('leaves a text with two matters to a person, who sees both', () => {
    const { guesses, isSure } = judged(shipped.read('小区停水了，路灯也不亮'), 2)
    expect(guesses.map(({ code }) => code).sort()).toEqual(['housing.water', 'urban.streetlight'])
    expect(isSure).toBe(false)
  })

  it.each([
    ['housing.water', '馨悦苑停水'],
    ['urban.manhole', '碧螺巷井盖豁了'],
    ['urban.streetlight', '槐荫胡同路灯黢黑'],
  ])('is sure of what is plainly %s though it never met the rest: "%s"', (category, text) => {
    const { guesses, isSure } = judged(shipped.read(text), 2)
    expect({ category: guesses[0]?.code, isSure }).toEqual({ category, isSure: true })
  })

  it('names the words that decided, as they stand in the text', () => {
    const text = '我们巷子的路灯坏了半个月'
    expect(shipped.read(text).reasons('urban.streetlight', 3).join()).toContain('路灯')
    for (const reason of shipped.read(text).reasons('urban.streetlight', 3)) expect(text).toContain(reason)
  })

  it('reads full width, half width, capital and small letters alike', () => {
    expect(shipped.guess('楼下的ＫＴＶ太吵', 3)).toEqual(shipped.guess('楼下的ktv太吵', 3))
  })

  it('is the same after it was written and read', () => {
    const again = decoded(encoded(shipped))
    expect(again.header).toEqual(shipped.header)
    expect(again.guess('停水两天了', 5)).toEqual(shipped.guess('停水两天了', 5))
  })

  it('refuses bytes that are no model', () => {
    expect(() => decoded(Buffer.from('nothing'))).toThrow('no model')
  })
})
