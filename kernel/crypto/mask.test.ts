import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  maskAddress,
  maskCitizenId,
  maskDocumentNumber,
  maskEmail,
  maskFirmName,
  maskMiddle,
  maskName,
  maskPhone,
  maskUscc,
} from './mask.ts';

const maskEach = (mask: (text: string) => string, table: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.keys(table).map((text) => [text, mask(text)]));

describe('a masked', () => {
  it('identity number keeps the division and the last four', () => {
    const masked = {
      '310117199901010013': '310117********0013',
      '11010519491231002X': '110105********002X',
      '110105491231002': '110105******002',
      '3101': '3***',
      '': '',
    };
    expect(maskEach(maskCitizenId, masked)).toEqual(masked);
  });

  it('document number keeps its ends', () => {
    const masked = {
      E12345678: 'E1*****78',
      H1234567: 'H1****67',
      '310117199901010013': '310117********0013',
      AB: 'A*',
      X: '*',
    };
    expect(maskEach(maskDocumentNumber, masked)).toEqual(masked);
  });

  it('telephone number keeps what tells people apart', () => {
    const masked = {
      '13812341234': '138****1234',
      '+86 138 1234 1234': '138****1234',
      '021-57831234': '021*****234',
      '0573-82521234': '0573*****234',
      '4008208820': '400*****20',
      '12345': '1***5',
    };
    expect(maskEach(maskPhone, masked)).toEqual(masked);
  });

  it('name keeps the family name', () => {
    const masked = {
      张三: '张*',
      张小三: '张**',
      欧阳修: '欧阳*',
      欧阳小修: '欧阳**',
      欧阳: '欧*',
      𠮷田: '𠮷*',
      张: '*',
      '': '',
      买买提·阿布都: '买**·阿**',
      'John Smith': 'J*** S****',
      Prince: 'P*****',
    };
    expect(maskEach(maskName, masked)).toEqual(masked);
  });

  it('firm name keeps its first two characters and its legal form', () => {
    const masked = {
      上海云间科技有限公司: '上海****有限公司',
      上海云间股份有限公司: '上海**股份有限公司',
      上海云间科技有限公司松江分公司: '上海****有限公司松江分公司',
      上海市松江区云间面包店: '上海********店',
      '上海云间投资合伙企业(有限合伙)': '上海****合伙企业(有限合伙)',
      云间公司: '云*公司',
      云公司: '*公司',
      ACME: 'AC**',
    };
    expect(maskEach(maskFirmName, masked)).toEqual(masked);
  });

  it('address goes down to the first road or town', () => {
    const masked = {
      '上海市松江区乐都西路867-871号': '上海市松江区乐都西路****',
      上海市松江区岳阳街道人民北路1号101室: '上海市松江区岳阳街道****',
      上海市松江区某小区: '上海市松江区****',
      上海市: '上****',
      松江: '松****',
      '12 Main Street': '12 ****',
    };
    expect(maskEach(maskAddress, masked)).toEqual(masked);
  });

  it('e-mail keeps its first letter and its domain', () => {
    const masked = {
      'zhangsan@example.com': 'z***@example.com',
      'a@example.com': 'a***@example.com',
      nonsense: 'n*******',
      '@x': '@*',
    };
    expect(maskEach(maskEmail, masked)).toEqual(masked);
  });

  it('credit code keeps kind, division and the last four', () => {
    const masked = { '91310117MA1TE5T0X0': '91310117******T0X0' };
    expect(maskEach(maskUscc, masked)).toEqual(masked);
  });
});

describe('no mask', () => {
  it('shows more than the given number of characters, whatever it is given', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        fc.nat(8),
        fc.nat(8),
        (text, head, tail) => {
          const shown = Array.from(maskMiddle(text.replaceAll('*', '-'), head, tail)).filter(
            (character) => character !== '*',
          );
          expect(shown.length).toBeLessThanOrEqual(Math.max(1, head + tail));
        },
      ),
    );
  });

  it('lets a whole value through', () => {
    const masks = [
      maskCitizenId,
      maskDocumentNumber,
      maskPhone,
      maskName,
      maskFirmName,
      maskAddress,
      maskEmail,
      maskUscc,
    ];
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
        fc.constantFrom(...masks),
        (text, mask) => {
          fc.pre(/[\p{L}\p{N}]/u.test(text) && !text.includes('*'));
          expect(mask(text)).not.toBe(text.trim());
        },
      ),
    );
  });
});
