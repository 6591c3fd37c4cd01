import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { mobilePhone, type RealNameLevel, realNameLevels, type Role, roles } from '@minsheng/shared'
import { IsString, Matches, MinLength } from 'class-validator'
import { Length, MaxLength } from '../platform/words.js'
import { type DepartmentKind, departmentKinds } from './department.entity.js'
import { type PersonKind, personKinds } from './session.entity.js'

export class WeChatSignIn {
  @ApiProperty({ description: 'From wx.login; good for five minutes, once', maxLength: 200 })
  @IsString({ message: '缺少微信登录凭证，请重新登录' })
  @Length(1, 200, { message: '微信登录凭证不对，请重新登录' })
  code: string
}

export class WeChatPhone {
  @ApiProperty({ description: 'From a getPhoneNumber button; good for five minutes, once', maxLength: 200 })
  @IsString({ message: '缺少手机号授权，请再点一次' })
  @Length(1, 200, { message: '手机号授权不对，请再点一次' })
  code: string
}

export class PhoneCodeRequest {
  @ApiProperty({ example: '13800001234', pattern: mobilePhone.source })
  @Matches(mobilePhone, { message: '请填写 11 位手机号' })
  phone: string
}

export class PhoneSignIn extends PhoneCodeRequest {
  @ApiProperty({ example: '246810', pattern: '^\\d{6}$' })
  @Matches(/^\d{6}$/, { message: '请填写 6 位验证码' })
  code: string
}

/** A number that was typed, and the code that it got. */
export class TypedPhone extends PhoneSignIn {}

export class StaffSignIn {
  @ApiProperty({ maxLength: 40 })
  @IsString({ message: '请填写账号' })
  @MinLength(1, { message: '请填写账号' })
  @MaxLength(40, { message: '账号最多 40 个字' })
  account: string

  @ApiProperty({ maxLength: 200, format: 'password' })
  @IsString({ message: '请填写密码' })
  @MinLength(1, { message: '请填写密码' })
  @MaxLength(200, { message: '密码最多 200 个字' })
  password: string
}

export class SessionRefresh {
  @ApiProperty({
    maxLength: 200,
    description: 'Good once, and for the same answer again within a minute: it brings the next one',
  })
  @IsString({ message: '登录已过期，请重新登录' })
  @MaxLength(200, { message: '登录已过期，请重新登录' })
  refreshToken: string
}

export class RealNameProof {
  @ApiProperty({ description: 'What the provider of real-name checks gave to the person', maxLength: 500 })
  @IsString({ message: '缺少实名凭证，请重新实名' })
  @Length(1, 500, { message: '实名凭证不对，请重新实名' })
  proof: string
}

export class PhoneCodeView {
  @ApiProperty({ type: 'integer', description: 'Seconds that the code is good for' })
  expiresIn: number

  @ApiPropertyOptional({ description: 'The code itself, in demonstration mode alone' })
  demoCode?: string
}

export class DepartmentName {
  @ApiProperty()
  id: string

  @ApiProperty()
  name: string
}

export class DepartmentView extends DepartmentName {
  @ApiProperty({ enum: departmentKinds })
  kind: DepartmentKind
}

export class DepartmentList {
  @ApiProperty({ type: [DepartmentView] })
  items: DepartmentView[]
}

export class PersonView {
  @ApiProperty()
  id: string

  @ApiProperty({ enum: personKinds })
  kind: PersonKind

  @ApiProperty({ type: String, nullable: true })
  name: string | null

  @ApiProperty({ type: String, nullable: true, example: '138****1234' })
  phoneMasked: string | null

  @ApiProperty({ enum: realNameLevels, description: 'How sure it is who a resident is; none for staff' })
  realName: RealNameLevel

  @ApiProperty({ enum: roles, isArray: true })
  roles: Role[]

  @ApiProperty({ type: DepartmentName, nullable: true })
  department: DepartmentName | null

  @ApiProperty({ type: String, nullable: true, description: 'The area that a grid worker looks after' })
  areaId: string | null
}

export class SessionView {
  @ApiProperty({ description: 'For the Authorization header: Bearer …' })
  accessToken: string

  @ApiProperty()
  refreshToken: string

  @ApiProperty({ type: 'integer', description: 'Seconds that the access token is good for' })
  expiresIn: number

  @ApiProperty({ type: PersonView })
  person: PersonView
}
