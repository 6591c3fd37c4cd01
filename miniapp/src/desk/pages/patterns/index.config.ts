export default definePageConfig({ navigationBarTitleText: '重复与群体' })
