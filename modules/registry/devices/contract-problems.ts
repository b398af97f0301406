import { problem } from '#kernel/problems/contract.ts';

export const problems = {
  assetTaken: problem('devices/asset-taken', 409, {
    'zh-CN': '资产编号 {assetNo} 已登记。',
    en: 'The asset number {assetNo} is registered already.',
  }),
  unknownKind: problem('devices/unknown-kind', 422, {
    'zh-CN': '没有这种设备类别：{kind}。',
    en: 'There is no such kind of device: {kind}.',
  }),
  unknownPlace: problem('devices/unknown-place', 422, {
    'zh-CN': '所选的服务点、分区或窗口不存在，或不在同一处。',
    en: 'The site, zone or window does not exist, or they are not in one place.',
  }),
  unknownFault: problem('devices/unknown-fault', 422, {
    'zh-CN': '故障字典中没有 {code}。',
    en: 'The fault dictionary has no {code} for this kind.',
  }),
  notNetworked: problem('devices/not-networked', 409, {
    'zh-CN': '这类设备不联网，不能注册或远程操作。',
    en: 'This kind is not on the network; it can be neither enrolled nor operated from afar.',
  }),
  notEnrolled: problem('devices/not-enrolled', 409, {
    'zh-CN': '设备尚未注册，不能远程操作。',
    en: 'The device is not enrolled, so it cannot be operated from afar.',
  }),
  alreadyResolved: problem('devices/already-resolved', 409, {
    'zh-CN': '故障已由 {who} 处理完毕。',
    en: 'The fault was resolved by {who} already.',
  }),
  otherSlip: problem('devices/other-slip', 409, {
    'zh-CN': '这个打印任务号已用于另一张小票。',
    en: 'The number of this print job was used for another slip.',
  }),
  printerWithoutAddress: problem('devices/printer-without-address', 422, {
    'zh-CN': '网络打印机需要填写地址。',
    en: 'A network printer needs an address.',
  }),
  notADevice: problem('devices/not-a-device', 403, {
    'zh-CN': '只有已注册的设备可以调用。',
    en: 'Only an enrolled device may call this.',
  }),
} as const;
