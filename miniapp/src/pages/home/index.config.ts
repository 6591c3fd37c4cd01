export default definePageConfig({ navigationBarTitleText: '民生直通', enableShareAppMessage: true })
