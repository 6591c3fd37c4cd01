export default definePageConfig({ navigationBarTitleText: '试派' })
