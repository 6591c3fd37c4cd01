export default definePageConfig({ navigationBarTitleText: '综合成绩的权重' })
