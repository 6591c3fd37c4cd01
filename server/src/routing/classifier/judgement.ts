import { fieldOfCode } from './corpus.js'
import { type Guess, NONE, type Reading } from './model.js'
import { lengthOf } from './text.js'

export interface Judgement {
  /** The likeliest categories, best first; never `none`. */
  guesses: Guess[]
  /** Whether the best of them may be acted upon without a person. */
  isSure: boolean
}

/** A text says something to us when at least so much of it is Chinese, and of what we have learned from. */
const LEAST_CHINESE = 0.5
const LEAST_FAMILIAR = 0.35
const FEWEST_CHARACTERS = 2
/** From this score on a category's own classifier says yes: then the rest of the text may be unfamiliar. */
const PLAIN = 0.1
/** What is less likely than this is no help to a dispatcher. */
const LEAST_LIKELY = 0.1
/** From this score on a text says something of a category by itself, whatever else it says: it holds two matters. */
const OWN_MATTER = -0.46

/**
 * What a text is about. Nothing is sure below the threshold of its field, when a second matter is in it, when it is
 * likelier to be no matter for a department, when it offers something for sale, or when it is hardly Chinese or hardly
 * familiar. WORKFLOW §1 "dispatch".
 * @param isForPerson whether a person decides whatever is sure; that one sees as many guesses as were asked for, the
 *   unlikely last, unless there is none that is likely
 */
export function judged(reading: Reading, most: number, isForPerson = false): Judgement {
  const ranked = isReadable(reading.text) ? reading.guess(most + 2) : []
  const matters = ranked.filter(({ code }) => code !== NONE)
  const likely = matters.filter(({ confidence, score }) => confidence >= LEAST_LIKELY || score >= OWN_MATTER)
  const [best] = likely
  const { guesses: thresholds } = reading.model.header.thresholds[lengthOf(reading.text)]
  const threshold = best && thresholds[fieldOfCode(best.code)]
  const isSure =
    best !== undefined &&
    best === ranked[0] &&
    typeof threshold === 'number' &&
    best.confidence >= threshold &&
    ranked.slice(1).every(({ score }) => score < OWN_MATTER) &&
    (best.score >= PLAIN || reading.familiarity() >= LEAST_FAMILIAR) &&
    !isOffer(reading.text)
  const others = best && (isForPerson || !isSure) ? matters.filter((one) => !likely.includes(one)) : []
  return { guesses: [...likely, ...others].slice(0, most), isSure }
}

/** What sellers say of what they sell; whoever complains says it at most of somebody else, in a longer text. */
const offers =
  /欢迎(?:咨询|选购|品鉴|光临|来电|预订|加盟|参观|下单|试听)|(?:加|联系)(?:我|微信|[QVqv]{1,2}|扣扣)|私聊|预约从速|欲购|随叫随到|诚招|招收|招租|包教包会|免费(?:试|荐)|有意者|面议|省心省力|甩卖|全场|清仓|(?:买|充)[一二三五十百千\d]+(?:送|赠)|首月|零首付|当天(?:到账|跑单|下款)|不成功不收费|无效退款|质量保证|价格公道|承接|报名(?:从速|送)|开业(?:酬宾|大吉)|推荐就业|一年拿证|无抵押|现杀现卖/u
/** An offer is no longer than this. */
const LONGEST_OFFER = 60

const isOffer = (text: string): boolean => text.length <= LONGEST_OFFER && offers.test(text)

function isReadable(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const chinese = text.match(/\p{Script=Han}/gu)?.length ?? 0
  return chinese >= FEWEST_CHARACTERS && chinese >= letters * LEAST_CHINESE
}
