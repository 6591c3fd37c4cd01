import {
  DAY,
  type OperationKind,
  operationKinds,
  type OperationOutcome,
  operationOutcomes,
  operationsMax,
} from '@minsheng/shared'
import { ApiExtraModels, ApiProperty, ApiPropertyOptional, getSchemaPath } from '@nestjs/swagger'
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsRFC3339,
  IsUUID,
  Max,
  Min,
} from 'class-validator'
import { HouseholdView } from './household.dto.js'
import { operationBodies } from './operation.dto.js'

const bodies = Object.values(operationBodies)

/** One thing that was typed. Made once, on the phone; repeated with the same UUID it is the same. */
@ApiExtraModels(...bodies)
export class Operation {
  @ApiProperty({ format: 'uuid' })
  @IsUUID('all', { message: '这条记录的编号不对，请更新小程序' })
  id: string

  @ApiProperty({ enum: operationKinds, enumName: 'OperationKind' })
  @IsIn(operationKinds, { message: '不认识这类记录，请更新小程序' })
  kind: OperationKind

  @ApiProperty({ format: 'date-time', description: 'By the clock of the phone' })
  @IsRFC3339({ message: '时间格式不对' })
  recordedAt: string

  @ApiPropertyOptional({
    type: 'integer',
    description: 'Milliseconds to add to the clock of the phone, as last known from `serverTime`',
  })
  @IsOptional()
  @IsInt({ message: '时间格式不对' })
  @Min(-36_500 * DAY, { message: '时间格式不对' })
  @Max(36_500 * DAY, { message: '时间格式不对' })
  clockOffset?: number

  @ApiPropertyOptional({
    type: 'integer',
    description: 'Of `household.change`: the version that was changed',
  })
  @IsOptional()
  @IsInt({ message: '版本不对，请刷新这一户后再改' })
  baseVersion?: number

  @ApiProperty({ oneOf: bodies.map((body) => ({ $ref: getSchemaPath(body) })), description: 'By `kind`' })
  @IsObject({ message: '这条记录没有内容' })
  body: object
}

export class SyncBody {
  @ApiProperty({
    type: [Operation],
    maxItems: operationsMax,
    description:
      'In the order in which they were typed. One that is wrong is refused by itself, not all of them',
  })
  @IsArray({ message: '没有收到记录，请更新小程序' })
  @ArrayMaxSize(operationsMax, { message: `一次最多同步 ${operationsMax} 条，请分批` })
  operations: Operation[]
}

export class OperationRecord {
  @ApiProperty({ description: 'Of the visit, the need, the household or the report' }) id: string
  @ApiPropertyOptional({ type: 'integer', description: 'The new version of the household' }) version?: number
  @ApiPropertyOptional({ example: 'MS20261121-0042-7' }) receiptNo?: string
  @ApiPropertyOptional({
    description: 'For the card: with it and the receipt number the resident takes the need over',
  })
  claimCode?: string
}

export class OperationResult {
  @ApiProperty({ description: 'The UUID of the operation' }) id: string
  @ApiProperty({ enum: operationOutcomes, enumName: 'OperationOutcome' }) outcome: OperationOutcome
  @ApiPropertyOptional({ type: OperationRecord, description: 'When it is done or a duplicate' })
  record?: OperationRecord
  @ApiPropertyOptional({ type: HouseholdView, description: 'At a conflict: as the server has it' })
  current?: HouseholdView
  @ApiPropertyOptional({ description: 'At a conflict or a refusal: stable, English' }) code?: string
  @ApiPropertyOptional({ description: 'At a conflict or a refusal: what to do' }) message?: string
}
export class SyncView {
  @ApiProperty({ format: 'date-time' }) serverTime: string
  @ApiProperty({ type: [OperationResult], description: 'One for each operation, in their order' })
  results: OperationResult[]
}

export class PhoneKeyView {
  @ApiProperty({
    description: 'Base64 of 32 bytes, the same each time: what is kept on the phone is closed with it',
  })
  key: string
}
