import { Module } from '@nestjs/common'
import { AttachmentsModule } from '../attachments/index.js'
import { HandlingModule } from '../handling/index.js'
import { IntakeModule } from '../intake/index.js'
import { PeopleModule } from '../people/index.js'
import { PlacesModule } from '../places/index.js'
import { Changes } from './changes.js'
import { ClaimController } from './claim.controller.js'
import { Claims } from './claims.js'
import { HouseholdFiling } from './filing.js'
import { CoverageController } from './coverage.controller.js'
import { Coverage } from './coverage.js'
import { DoorCodes } from './door-codes.js'
import { GridAssignments } from './grid-assignments.js'
import { GridTasks } from './grid-tasks.js'
import { Grids } from './grids.js'
import { HouseholdController } from './household.controller.js'
import { HouseholdLists } from './household.lists.js'
import { HouseholdViews } from './household.views.js'
import { Households } from './households.js'
import { RegisterController } from './register.controller.js'
import { Register } from './register.js'
import { LatestVisits } from './latest-visits.js'
import { NewDoors } from './new-doors.js'
import { SyncController } from './sync.controller.js'
import { Sync } from './sync.js'
import { TaskReports } from './task-reports.js'
import { Visits } from './visits.js'

/** Households, visits at the door, and the phones of grid workers. */
@Module({
  imports: [AttachmentsModule, HandlingModule, IntakeModule, PeopleModule, PlacesModule],
  controllers: [SyncController, ClaimController, HouseholdController, RegisterController, CoverageController],
  providers: [
    Changes,
    Claims,
    Coverage,
    DoorCodes,
    GridAssignments,
    GridTasks,
    Grids,
    HouseholdFiling,
    HouseholdLists,
    Households,
    HouseholdViews,
    Register,
    LatestVisits,
    NewDoors,
    Sync,
    TaskReports,
    Visits,
  ],
})
export class VisitsModule {}
