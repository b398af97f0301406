/** Parts of names with their readings; the readings of family names are the ones used in names. */

/** Family names by their rough share, with those of the lower Yangtze above the national figure. */
export const familyNames = parseWeighted(
  '王wang60 张zhang55 李li50 陈chen45 徐xu34 沈shen30 陆lu28 顾gu26 朱zhu26 周zhou26 吴wu24 黄huang20 ' +
    '杨yang20 刘liu20 金jin16 钱qian16 孙sun16 赵zhao14 胡hu14 何he12 俞yu12 高gao12 曹cao12 唐tang12 ' +
    '许xu12 蒋jiang12 盛sheng10 倪ni10 姚yao10 宋song10 郭guo10 林lin10 马ma10 夏xia10 范fan9 方fang9 ' +
    '戴dai9 潘pan9 袁yuan9 施shi9 严yan8 陶tao8 薛xue8 丁ding8 韩han8 邵shao8 谢xie8 罗luo8 汤tang8 ' +
    '章zhang7 冯feng7 程cheng7 董dong7 吕lv7 汪wang7 叶ye7 江jiang6 诸zhu6 翁weng6 戚qi6 瞿qu6 毛mao6 ' +
    '秦qin6 卫wei5 庄zhuang5 封feng4 费fei5 单shan4 侯hou4 孔kong4 龚gong5 邹zou5 石shi5 殷yin5 钟zhong5 ' +
    '彭peng5 魏wei5 贾jia4 任ren4 曾zeng4 傅fu4 白bai4 洪hong4 邱qiu4 计ji4 干gan3 褚chu3 解xie3 查zha3 ' +
    '仇qiu3 盖ge2 翟zhai3 郁yu3 奚xi3 支zhi2 亓qi1 逄pang1 佘she2 昝zan1 妫gui1 仝tong1 鄢yan1',
);

export const compoundSurnames = [
  ['欧阳', 'ou yang'],
  ['上官', 'shang guan'],
  ['司马', 'si ma'],
  ['诸葛', 'zhu ge'],
  ['皇甫', 'huang fu'],
  ['尉迟', 'yu chi'],
  ['慕容', 'mu rong'],
  ['令狐', 'ling hu'],
  ['夏侯', 'xia hou'],
  ['东方', 'dong fang'],
  ['司徒', 'si tu'],
] as const;

/** First characters of given names of two. */
export const firstCharacters = {
  male: parseParts(
    '志zhi 建jian 国guo 文wen 晓xiao 永yong 海hai 俊jun 家jia 嘉jia 子zi 宇yu 浩hao 思si 明ming ' +
      '德de 世shi 天tian 春chun 伟wei 正zheng 立li 景jing 元yuan 学xue 振zhen 宏hong 一yi 逸yi 松song',
  ),
  female: parseParts(
    '晓xiao 雅ya 丽li 美mei 玉yu 佳jia 嘉jia 思si 雨yu 欣xin 梦meng 诗shi 慧hui 秀xiu 春chun 海hai ' +
      '文wen 雪xue 静jing 月yue 心xin 若ruo 亦yi 梓zi 一yi 婉wan 淑shu 云yun 怡yi 安an',
  ),
};

/** Last characters of given names, or the only one. */
export const lastCharacters = {
  male: parseParts(
    '伟wei 强qiang 军jun 平ping 华hua 峰feng 磊lei 涛tao 斌bin 波bo 辉hui 勇yong 杰jie 鹏peng 飞fei ' +
      '明ming 刚gang 超chao 俊jun 宇yu 凯kai 健jian 亮liang 龙long 毅yi 晨chen 睿rui 哲zhe 翔xiang ' +
      '昊hao 骏jun 良liang 康kang 栋dong 炜wei 渊yuan 铭ming 钧jun 霖lin 舟zhou 成cheng 林lin 东dong',
  ),
  female: parseParts(
    '芳fang 娟juan 敏min 静jing 丽li 燕yan 艳yan 娜na 婷ting 雪xue 梅mei 琴qin 红hong 萍ping 玲ling ' +
      '莉li 洁jie 颖ying 倩qian 怡yi 佳jia 瑶yao 琳lin 晶jing 蕾lei 璐lu 薇wei 慧hui 霞xia 蓉rong ' +
      '媛yuan 雯wen 菁jing 妍yan 悦yue 茜qian 韵yun 婕jie 珺jun 玥yue 英ying 芸yun 华hua 兰lan',
  ),
};

/** Characters that old fonts and old encodings lose; one lies outside the basic plane. */
export const rareNames = {
  male: parseParts('龑yan 翀chong 昉fang 赟yun 堃kun 喆zhe 玚chang 䶮yan 𬱖tui'),
  female: parseParts('懿yi 淼miao 婳hua 翊yi 祎yi 㛃jie 玘qi 赟yun'),
};

function parseParts(list: string): Array<readonly [string, string]> {
  return list.split(' ').map((item) => {
    const text = String.fromCodePoint(item.codePointAt(0) ?? 0);
    return [text, item.slice(text.length)] as const;
  });
}

function parseWeighted(list: string): Array<readonly [string, string, number]> {
  return parseParts(list).map(([text, rest]) => {
    const pinyin = rest.replace(/\d+$/, '');
    return [text, pinyin, Number(rest.slice(pinyin.length))] as const;
  });
}
