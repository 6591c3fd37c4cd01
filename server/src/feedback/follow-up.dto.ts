import { ApiProperty } from '@nestjs/swagger'
import { IsBoolean } from 'class-validator'

export class FollowUpBody {
  @ApiProperty({ description: 'Whether what was done still holds' })
  @IsBoolean({ message: '请选择还好，还是又出现了' })
  holds: boolean
}
export class FollowUpView {
  @ApiProperty({ format: 'date-time' }) askedAt: string
  @ApiProperty({ description: 'Whether it can be answered now' }) isOpen: boolean
  @ApiProperty({ type: Boolean, nullable: true, description: 'The answer; null while there is none' })
  holds: boolean | null
}
export class FollowUpOfNeed {
  @ApiProperty({ type: FollowUpView, nullable: true, description: 'Null while nothing was asked' })
  followUp: FollowUpView | null
}
