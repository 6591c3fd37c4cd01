export { checkDistrict } from './district-check.js'
export { type DistrictFiles, type Point, readFolder } from './district-files.js'
export { anAdministrator, type Handover, openAccounts } from './new-accounts.js'
export { sinceEver, writeDistrict } from './writing-district.js'
