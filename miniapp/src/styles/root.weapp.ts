import './weapp.scss'
