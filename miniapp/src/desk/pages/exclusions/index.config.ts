export default definePageConfig({ navigationBarTitleText: '不计入三率' })
