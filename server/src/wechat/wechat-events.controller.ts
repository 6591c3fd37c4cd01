import { Body, Controller, Get, Header, HttpCode, HttpStatus, Post, Query } from '@nestjs/common'
import { ApiBody, ApiExcludeEndpoint, ApiOkResponse, ApiPropertyOptional, ApiTags } from '@nestjs/swagger'
import { IsOptional, IsString } from 'class-validator'
import { Open } from '../platform/open.js'
import { badRequest } from '../platform/problem.js'
import { MaxLength } from '../platform/words.js'
import { WeChatEvents } from './wechat-events.js'

/** What WeChat adds to the address. All optional here, so that whatever is missing counts as a wrong signature. */
export class PushQuery {
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(64) signature?: string
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(20) timestamp?: string
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(64) nonce?: string
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(64) msg_signature?: string
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(16) encrypt_type?: string
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(64) openid?: string
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(128) echostr?: string
}

/** The address of the mini-program's message push (JSON, encrypted). Public: the signature says that it is WeChat. */
@ApiTags('wechat')
@Controller('wechat/events')
export class WeChatEventsController {
  constructor(private readonly events: WeChatEvents) {}

  /** Answered with its own `echostr`, once, when the address is registered. */
  @Get()
  @Open()
  @ApiExcludeEndpoint()
  @Header('content-type', 'text/plain; charset=utf-8')
  greet(@Query() { signature = '', timestamp = '', nonce = '', echostr = '' }: PushQuery): string {
    this.events.greet({ signature, timestamp, nonce })
    return echostr
  }

  @Post()
  @Open()
  @HttpCode(HttpStatus.OK)
  @Header('content-type', 'text/plain; charset=utf-8')
  @ApiBody({
    schema: { type: 'object', properties: { ToUserName: { type: 'string' }, Encrypt: { type: 'string' } } },
  })
  @ApiOkResponse({ description: '`success`; after any other answer WeChat pushes twice more', type: String })
  async take(
    @Query() { timestamp = '', nonce = '', msg_signature = '' }: PushQuery,
    @Body() body: unknown,
  ): Promise<string> {
    await this.events.take({ timestamp, nonce, msg_signature }, encryptedOf(body))
    return 'success'
  }
}

function encryptedOf(body: unknown): string {
  if (typeof body === 'object' && body !== null && 'Encrypt' in body && typeof body.Encrypt === 'string')
    return body.Encrypt
  throw badRequest('event_unreadable', '只接收 JSON 格式的加密消息')
}
