/** Surnames of two characters. A rarer one is masked as if it had one character, which hides more. */
export const COMPOUND_SURNAMES: ReadonlySet<string> = new Set(
  [
    '欧阳 上官 司马 司徒 司空 司寇 诸葛 东方 皇甫 尉迟 公孙 公羊 公冶 公西 公良 慕容 令狐 端木',
    '夏侯 南宫 西门 东郭 南门 百里 呼延 轩辕 长孙 仲孙 叔孙 颛孙 宇文 鲜于 淳于 单于 申屠 钟离',
    '闻人 赫连 澹台 宗政 濮阳 太史 太叔 左丘 闾丘 梁丘 谷梁 乐正 漆雕 壤驷 宰父 巫马 亓官 羊舌',
    '微生 独孤 拓跋 完颜 耶律 纳兰 贺兰 万俟 段干 夹谷 子车 第五 即墨 达奚 褚师',
  ].flatMap((line) => line.split(' ')),
);
