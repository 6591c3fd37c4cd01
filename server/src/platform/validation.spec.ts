import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { Body, Controller, createParamDecorator, Get, Module, Post, Query } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify'
import { ApiPropertyOptional } from '@nestjs/swagger'
import { Type } from 'class-transformer'
import {
  IsArray,
  IsIn,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  ValidateNested,
} from 'class-validator'
import { ProblemFilter } from './problem.filter.js'
import { validation } from './validation.js'

class PlaceDto {
  @IsNumber({}, { message: '位置不对，请重新选择' }) latitude: number
  @IsOptional() @IsString() address?: string
}
class FilingDto {
  @IsString({ message: '请写下您的困难' }) @Length(2, 20, { message: '请写 2 到 20 个字' }) text: string
  @IsOptional() @ValidateNested() @Type(() => PlaceDto) place?: PlaceDto
  @IsOptional() @IsArray() @ValidateNested({ each: true }) @Type(() => PlaceDto) places?: PlaceDto[]
  @IsOptional() @IsUUID('4', { message: '编号要照抄' }) key?: string
  @IsOptional() @IsUUID() wordlessKey?: string
}
class GiverDto {
  @ApiPropertyOptional() @IsOptional() @IsString() name?: string
}
class WishDto {
  @ApiPropertyOptional() @IsOptional() @IsString({ message: '愿望要用文字' }) wish?: string
  @ApiPropertyOptional({ type: String, nullable: true }) @IsOptional() @IsString() until?: string | null
  @ApiPropertyOptional({ type: [GiverDto] })
  @IsOptional()
  @ValidateNested({ each: true })
  @Type(() => GiverDto)
  givers?: GiverDto[]
}
class ListDto {
  @IsOptional() @IsIn(['open', 'done'], { message: '没有这种状态' }) state?: string
}

/** What the server itself gives a route, as it gives the person who asks. */
const Moment = createParamDecorator(() => new Date(0))

@Controller()
class FilingController {
  @Get('moment')
  moment(@Moment() moment: Date) {
    return { isDate: moment instanceof Date }
  }
  @Post('filings')
  file(@Body() filing: FilingDto) {
    return { filing, isTransformed: filing instanceof FilingDto }
  }
  @Post('wishes')
  wish(@Body() wish: WishDto) {
    return { wish }
  }
  @Get('filings')
  list(@Query() list: ListDto) {
    return { list }
  }
}
@Module({ controllers: [FilingController] })
class FilingModule {}

let app: NestFastifyApplication
let address: string
beforeAll(async () => {
  app = await NestFactory.create<NestFastifyApplication>(FilingModule, new FastifyAdapter(), {
    logger: false,
  })
  app.useGlobalFilters(new ProblemFilter())
  app.useGlobalPipes(validation())
  await app.listen(0, '127.0.0.1')
  address = await app.getUrl()
})
afterAll(() => app.close())

async function ask(path: string, body?: unknown) {
  const init = { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
  const answer = await fetch(`${address}${path}`, body === undefined ? undefined : init)
  return { status: answer.status, body: (await answer.json()) as { errors?: unknown } }
}
const file = (body: unknown) => ask('/filings', body)
const mistakesOf = async (body: unknown) => {
  const answer = await file(body)
  expect(answer).toMatchObject({ status: 400, body: { code: 'validation_failed' } })
  return answer.body.errors
}

describe('a body', () => {
  it('that is right arrives as an instance of its DTO', async () => {
    const filing = { text: '路灯不亮', place: { latitude: 28.2 } }
    expect(await file(filing)).toEqual({ status: 201, body: { filing, isTransformed: true } })
  })

  it('is told one mistake for each field, the first that its DTO names', async () => {
    expect(await mistakesOf({ text: 3 })).toEqual([
      { field: 'text', message: expect.stringMatching(/^请写/) },
    ])
    expect(await mistakesOf({ text: '灯' })).toEqual([{ field: 'text', message: '请写 2 到 20 个字' }])
  })

  it('is told all fields at once, those within others by their path', async () => {
    const wrong = { text: '灯', place: { latitude: 'x' }, places: [{ latitude: 1 }, { latitude: 'x' }] }
    expect(await mistakesOf(wrong)).toEqual([
      { field: 'text', message: '请写 2 到 20 个字' },
      { field: 'place.latitude', message: '位置不对，请重新选择' },
      { field: 'places.1.latitude', message: '位置不对，请重新选择' },
    ])
  })

  it('means nothing by a null but where the document knows one', async () => {
    const wish = { wish: null, until: null, givers: [{ name: null }, { name: '王' }] }
    const kept = { until: null, givers: [{}, { name: '王' }] }
    expect(await ask('/wishes', wish)).toEqual({ status: 201, body: { wish: kept } })
    expect(await ask('/wishes', { givers: null })).toEqual({ status: 201, body: { wish: {} } })
    expect(await mistakesOf({ text: null })).toMatchObject([{ field: 'text' }])
  })

  it('loses halves of characters, which no database takes into JSON', async () => {
    expect(await ask('/wishes', { wish: '花\uD83C\uDF38开\uD83C' })).toMatchObject({
      body: { wish: { wish: '花🌸开' } },
    })
  })

  it('alone is cleaned: what the server gives a route itself stays what it is', async () => {
    expect(await ask('/moment')).toEqual({ status: 200, body: { isDate: true } })
  })

  it('may hold nothing that its DTO does not name, on any level', async () => {
    const unknown = { text: '路灯不亮', isAdministrator: true, place: { latitude: 1, owner: 'me' } }
    expect(await mistakesOf(unknown)).toEqual([
      { field: 'isAdministrator', message: '不认识这一项' },
      { field: 'place.owner', message: '不认识这一项' },
    ])
  })

  it('is told the words of the DTO where it has some, and never English ones', async () => {
    expect(await mistakesOf({ text: '路灯不亮', key: 'x', wordlessKey: 'x' })).toEqual([
      { field: 'key', message: '编号要照抄' },
      { field: 'wordlessKey', message: '格式不对' },
    ])
  })

  it.each([[[]], [[{ text: '路灯不亮' }]], ['路灯不亮'], [7], [null]])(
    'that is no object is refused: %j',
    async (body) => {
      expect(await file(body)).toMatchObject({ status: 400 })
    },
  )

  it.each([[[]], [[{ wish: 1 }]], ['一个愿望']])(
    'that is no object is refused though nothing is required: %j',
    async (body) => {
      expect(await ask('/wishes', body)).toMatchObject({ status: 400 })
    },
  )
})

describe('a query', () => {
  it('is checked in the same way', async () => {
    expect(await ask('/filings?state=done')).toEqual({ status: 200, body: { list: { state: 'done' } } })
    expect(await ask('/filings?state=odd&page=2')).toMatchObject({
      status: 400,
      body: {
        errors: [
          { field: 'page', message: '不认识这一项' },
          { field: 'state', message: '没有这种状态' },
        ],
      },
    })
    expect(await ask('/filings?state=open&state=done')).toMatchObject({ status: 400 })
  })
})
