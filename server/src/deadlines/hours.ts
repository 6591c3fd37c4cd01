import { Injectable } from '@nestjs/common'
import { Area } from '../places/index.js'
import { insertRows, UnitOfWork } from '../platform/database/index.js'
import { unprocessable } from '../platform/problem.js'
import { AreaHours } from './area-hours.entity.js'
import type { AreaHoursList } from './calendar.dto.js'
import { Timetable } from './timetable.js'

const form = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-4]):([0-5]\d)$/

/** Working hours of districts and streets that have their own. */
@Injectable()
export class Hours {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly timetable: Timetable,
  ) {}

  /** As many as there are districts and streets at most. */
  async all(): Promise<AreaHoursList> {
    const rows = await this.unitOfWork.reader.find(AreaHours, { order: { areaId: 'ASC' } })
    return { items: rows.map(({ areaId, hours }) => ({ areaId, hours: hours.map(written) })) }
  }

  /**
   * For clocks that start from now on, or are moved. No hours: those of the area above count again.
   * @throws Problem 422 `hours_invalid`, `area_unknown`; nothing is changed then
   */
  async set(areaId: string, words: readonly string[]): Promise<void> {
    const hours = words.map(read)
    const isInOrder = hours.every(
      ([open, close], i) => open >= (hours[i - 1]?.[1] ?? 0) && open < close && close <= 24 * 60,
    )
    if (!isInOrder) throw invalidHours()
    const area = await this.unitOfWork.reader.findOneBy(Area, { id: areaId })
    if (area?.level !== 'district' && area?.level !== 'street')
      throw unprocessable('area_unknown', '没有这个区或街镇，请重新选择')
    await this.unitOfWork.run(async (tx) => {
      await tx.delete(AreaHours, { areaId })
      if (hours.length > 0) await insertRows(tx, AreaHours, [{ areaId, hours }])
    })
    await this.timetable.reload()
  }
}

const invalidHours = () =>
  unprocessable('hours_invalid', '工作时间请写成 09:00-12:00 的样子，每段先开始后结束，一段接一段，不要重叠')

function read(words: string): [number, number] {
  const [, ...numbers] = form.exec(words) ?? []
  const [openHour, openMinute, closeHour, closeMinute] = numbers.map(Number)
  if (
    openHour === undefined ||
    openMinute === undefined ||
    closeHour === undefined ||
    closeMinute === undefined
  )
    throw invalidHours()
  return [openHour * 60 + openMinute, closeHour * 60 + closeMinute]
}

const two = (n: number) => String(n).padStart(2, '0')
const clock = (minute: number) => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
const written = ([open, close]: [number, number]): string => `${clock(open)}-${clock(close)}`
