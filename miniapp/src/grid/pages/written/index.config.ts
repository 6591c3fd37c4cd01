export default definePageConfig({ navigationBarTitleText: '写下的记录' })
