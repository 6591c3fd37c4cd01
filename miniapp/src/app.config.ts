export default defineAppConfig({
  pages: [
    'pages/home/index',
    'pages/progress/index',
    'pages/me/index',
    'pages/need/index',
    'pages/receipt/index',
    'pages/lookup/index',
  ],
  subPackages: [
    {
      root: 'desk',
      name: 'desk',
      pages: [
        'pages/sign-in/index',
        'pages/queue/index',
        'pages/order/index',
        'pages/triage/index',
        'pages/scores/index',
      ],
    },
  ],
  preloadRule: { 'pages/me/index': { network: 'all', packages: ['desk'] } },
  lazyCodeLoading: 'requiredComponents',
  animation: false, // of the web build: pages change at once
  requiredPrivateInfos: ['getFuzzyLocation', 'chooseLocation'],
  permission: { 'scope.userFuzzyLocation': { desc: '用于填好诉求发生的社区' } },
  networkTimeout: { request: 15000, uploadFile: 60000 },
  __usePrivacyCheck__: true,
  window: {
    backgroundTextStyle: 'dark',
    backgroundColor: '#f4f6f5',
    navigationBarBackgroundColor: '#f4f6f5',
    navigationBarTitleText: '民生直通',
    navigationBarTextStyle: 'black',
  },
  // WeChat reads these from a file that knows no variables: the same colours as in styles/tokens.scss.
  tabBar: {
    color: '#5f6b68',
    selectedColor: '#0b6b63',
    backgroundColor: '#ffffff',
    borderStyle: 'white',
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
