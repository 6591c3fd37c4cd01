export default definePageConfig({ navigationBarTitleText: '身边办成的事', enableShareAppMessage: true })
