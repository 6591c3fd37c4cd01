import theme from './theme.json'

/** WeChat takes the colours from theme.json by day and by night; the web build dresses itself (styles/web.scss). */
const colour = (name: keyof typeof theme.light) =>
  process.env.TARO_ENV === 'weapp' ? `@${name}` : theme.light[name]

export default defineAppConfig({
  pages: [
    'pages/home/index',
    'pages/progress/index',
    'pages/me/index',
    'pages/need/index',
    'pages/receipt/index',
    'pages/lookup/index',
    'pages/notices/index',
    'pages/complaints/index',
    'pages/missing/index',
  ],
  subPackages: [
    { root: 'public', name: 'public', pages: ['pages/around/index', 'pages/listed/index'] },
    {
      root: 'grid',
      name: 'grid',
      pages: [
        'pages/home/index',
        'pages/household/index',
        'pages/visit/index',
        'pages/task/index',
        'pages/written/index',
      ],
    },
    {
      root: 'desk',
      name: 'desk',
      pages: [
        'pages/sign-in/index',
        'pages/queue/index',
        'pages/order/index',
        'pages/triage/index',
        'pages/trial/index',
        'pages/rules/index',
        'pages/complaints/index',
        'pages/call-backs/index',
        'pages/evidence/index',
        'pages/supervision/index',
        'pages/supervision-order/index',
        'pages/patterns/index',
        'pages/notices/index',
        'pages/scores/index',
        'pages/score-items/index',
        'pages/heat/index',
        'pages/monthly/index',
        'pages/schemes/index',
        'pages/exclusions/index',
        'pages/exports/index',
        'pages/safety/index',
        'pages/outbox/index',
        'pages/deadlines/index',
        'pages/walks/index',
        'pages/register/index',
        'pages/household/index',
      ],
    },
  ],
  preloadRule: {
    'pages/me/index': { network: 'all', packages: ['desk'] },
    'desk/pages/sign-in/index': { network: 'all', packages: ['grid'] },
  },
  lazyCodeLoading: 'requiredComponents',
  animation: false, // of the web build: pages change at once
  requiredPrivateInfos: ['getFuzzyLocation', 'chooseLocation'],
  permission: { 'scope.userFuzzyLocation': { desc: '用于填好诉求发生的社区' } },
  networkTimeout: { request: 15000, uploadFile: 60000 },
  sitemapLocation: 'sitemap.json',
  __usePrivacyCheck__: true,
  darkmode: true,
  themeLocation: 'theme.json',
  window: {
    backgroundTextStyle: 'dark',
    backgroundColor: colour('ground'),
    navigationBarBackgroundColor: colour('ground'),
    navigationBarTitleText: '民生直通',
    navigationBarTextStyle: colour('words'),
  },
  tabBar: {
    color: colour('tab'),
    selectedColor: colour('tabOn'),
    backgroundColor: colour('paper'),
    borderStyle: colour('tabEdge') as 'white', // or black, by the theme
    list: [
      {
        pagePath: 'pages/home/index',
        text: '首页',
        iconPath: 'assets/home.png',
        selectedIconPath: 'assets/home-on.png',
      },
      {
        pagePath: 'pages/progress/index',
        text: '进度',
        iconPath: 'assets/list.png',
        selectedIconPath: 'assets/list-on.png',
      },
      {
        pagePath: 'pages/me/index',
        text: '我的',
        iconPath: 'assets/me.png',
        selectedIconPath: 'assets/me-on.png',
      },
    ],
  },
})
