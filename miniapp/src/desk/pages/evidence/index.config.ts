export default definePageConfig({ navigationBarTitleText: '举证' })
