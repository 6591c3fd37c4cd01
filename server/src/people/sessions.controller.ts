import { Body, Controller, Delete, HttpCode, HttpStatus, Ip, Post } from '@nestjs/common'
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Limited } from '../platform/rate-limit.js'
import {
  PhoneCodeRequest,
  PhoneCodeView,
  PhoneSignIn,
  SessionRefresh,
  SessionView,
  StaffSignIn,
  WeChatSignIn,
} from './people.dto.js'
import { Permit, Public } from './permission.guard.js'
import { CurrentSession } from './person.js'
import { PhoneCodes } from './phone-codes.js'
import { Sessions } from './sessions.js'
import { SignIn } from './sign-in.js'

/** Generous: a whole office may stand behind one address. */
const LimitedByAddress = () => Limited({ name: 'sign-in', points: 120, seconds: 60, by: 'address' })

@ApiTags('sessions')
@Controller()
export class SessionsController {
  constructor(
    private readonly signIn: SignIn,
    private readonly sessions: Sessions,
    private readonly phoneCodes: PhoneCodes,
  ) {}

  @Post('sessions/wechat')
  @Public()
  @LimitedByAddress()
  @HttpCode(HttpStatus.OK)
  @ApiOkResponse({ type: SessionView })
  byWeChat(@Body() { code }: WeChatSignIn): Promise<SessionView> {
    return this.signIn.byWeChat(code)
  }

  @Post('phone-codes')
  @Public()
  @HttpCode(HttpStatus.OK)
  @ApiOkResponse({ type: PhoneCodeView })
  requestCode(@Body() { phone }: PhoneCodeRequest, @Ip() address: string): Promise<PhoneCodeView> {
    return this.phoneCodes.request(phone, address)
  }

  @Post('sessions/phone')
  @Public()
  @LimitedByAddress()
  @HttpCode(HttpStatus.OK)
  @ApiOkResponse({ type: SessionView })
  byPhone(@Body() proof: PhoneSignIn): Promise<SessionView> {
    return this.signIn.byPhone(proof)
  }

  @Post('sessions/staff')
  @Public()
  @LimitedByAddress()
  @HttpCode(HttpStatus.OK)
  @ApiOkResponse({ type: SessionView })
  byPassword(@Body() proof: StaffSignIn, @Ip() address: string): Promise<SessionView> {
    return this.signIn.byPassword(proof, address)
  }

  @Post('sessions/refresh')
  @Public()
  @LimitedByAddress()
  @HttpCode(HttpStatus.OK)
  @ApiOkResponse({ type: SessionView })
  refresh(@Body() { refreshToken }: SessionRefresh): Promise<SessionView> {
    return this.sessions.refresh(refreshToken)
  }

  @Delete('sessions/current')
  @Permit('person.self')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiNoContentResponse()
  async signOut(@CurrentSession() id: string): Promise<void> {
    await this.sessions.end(id)
  }
}
