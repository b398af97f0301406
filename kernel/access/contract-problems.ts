import { problem } from '../problems/contract.ts';

/** The refusals of sign-in, accounts, roles, devices and identity. */
export const accessProblems = {
  wrongCredentials: problem('access/wrong-credentials', 401, {
    'zh-CN': '用户名或密码不正确。',
    en: 'The name or the password is not right.',
  }),
  temporarilyLocked: problem('access/temporarily-locked', 429, {
    'zh-CN': '连续失败次数过多，已临时锁定，请在 {seconds} 秒后再试，或请安全管理员解锁。',
    en: 'Too many failed attempts: locked for {seconds} seconds. Try again later, or ask the security administrator to unlock.',
  }),
  accountDisabled: problem('access/account-disabled', 403, {
    'zh-CN': '该账号已停用，请联系安全管理员。',
    en: 'This account is disabled; ask the security administrator.',
  }),
  noPendingSignIn: problem('access/no-pending-sign-in', 401, {
    'zh-CN': '登录步骤已失效，请重新登录。',
    en: 'This sign-in is no longer open; sign in again.',
  }),
  wrongCode: problem('access/wrong-code', 401, {
    'zh-CN': '验证码不正确或已使用过。',
    en: 'The code is wrong or was already used.',
  }),
  passwordRefused: problem('access/password-refused', 422, {
    'zh-CN': '新密码不符合要求。',
    en: 'The new password does not meet the rules.',
  }),
  passkeyRefused: problem('access/passkey-refused', 401, {
    'zh-CN': '通行密钥未通过验证，请重试或改用其他方式。',
    en: 'The passkey could not be verified; try again or use another way.',
  }),
  passkeysUnavailable: problem('access/passkeys-unavailable', 409, {
    'zh-CN': '以 IP 地址访问时不能使用通行密钥，请改用域名或 localhost 访问。',
    en: 'Passkeys do not work at an IP address; open the site by its name or as localhost.',
  }),
  proofNeeded: problem('access/proof-needed', 403, {
    'zh-CN': '此项操作需要再次验证身份。',
    en: 'Prove who you are once more to do this.',
  }),
  factorDemanded: problem('access/second-factor-demanded', 409, {
    'zh-CN': '您的角色必须使用双因素登录，不能移除最后一个验证方式。',
    en: 'Your role demands a second factor: the last one cannot be removed.',
  }),
  factorExists: problem('access/factor-exists', 409, {
    'zh-CN': '已绑定动态口令，请先移除。',
    en: 'A code generator is already set up; remove it first.',
  }),
  enrolmentNotBegun: problem('access/factor-not-begun', 409, {
    'zh-CN': '请先开始绑定。',
    en: 'Begin setting it up first.',
  }),
  loginNameTaken: problem('access/login-name-taken', 409, {
    'zh-CN': '登录名“{loginName}”已被使用。',
    en: 'The login name "{loginName}" is taken.',
  }),
  selfNotAllowed: problem('access/self-not-allowed', 403, {
    'zh-CN': '不能对自己的账号进行此项操作，请由其他安全管理员办理。',
    en: 'Nobody may do this to their own account; ask another security administrator.',
  }),
  dutiesApart: problem('access/duties-apart', 409, {
    'zh-CN': '系统、安全、审计三类管理员必须分立：管理员账号不能再持有其他角色。',
    en: 'The system, security and audit administrators are kept apart: an administrator holds no other role.',
  }),
  permissionReserved: problem('access/permission-reserved', 422, {
    'zh-CN': '权限“{permission}”仅限管理员角色，不能授予其他角色。',
    en: 'The permission "{permission}" belongs to an administrator and cannot be put into another role.',
  }),
  permissionUnknown: problem('access/permission-unknown', 422, {
    'zh-CN': '没有名为“{permission}”的权限。',
    en: 'There is no permission named "{permission}".',
  }),
  scopeNotFitting: problem('access/scope-not-fitting', 422, {
    'zh-CN': '角色“{role}”中的权限“{permission}”不能按此范围授予。',
    en: 'The permission "{permission}" in the role "{role}" cannot be granted at this scope.',
  }),
  roleUnknown: problem('access/role-unknown', 422, {
    'zh-CN': '没有名为“{role}”的角色。',
    en: 'There is no role named "{role}".',
  }),
  roleBuiltIn: problem('access/role-built-in', 409, {
    'zh-CN': '管理员角色由系统规定，不能修改。',
    en: 'The roles of the administrators are fixed and cannot be changed.',
  }),
  notForKind: problem('access/not-for-this-kind', 409, {
    'zh-CN': '此类账号不支持该操作。',
    en: 'This does not apply to accounts of this kind.',
  }),
  lastSecurityAdministrator: problem('access/last-security-administrator', 409, {
    'zh-CN': '这是最后一位安全管理员，请先授权另一位。',
    en: 'This is the last security administrator; appoint another one first.',
  }),
  periodInvalid: problem('access/period-invalid', 422, {
    'zh-CN': '授权截止时间必须晚于开始时间。',
    en: 'A grant must end after it begins.',
  }),
  enrolmentRefused: problem('access/enrolment-refused', 403, {
    'zh-CN': '设备注册码无效、已使用或已过期，请重新生成。',
    en: 'The enrolment code is unknown, used or expired; make a new one.',
  }),
  identityNotConfigured: problem('access/identity-not-configured', 503, {
    'zh-CN': '尚未配置统一身份认证，请联系中心工作人员。',
    en: 'Sign-in for the public is not set up here; please ask the staff.',
  }),
  identityUnavailable: problem('access/identity-unavailable', 503, {
    'zh-CN': '统一身份认证暂时无法连接，请稍后再试。',
    en: 'The identity service cannot be reached at the moment; please try again later.',
  }),
  identityDeclined: problem('access/identity-declined', 403, {
    'zh-CN': '您已取消登录或未同意授权。',
    en: 'The sign-in was cancelled or the sharing of data was declined.',
  }),
  identityRefused: problem('access/identity-refused', 403, {
    'zh-CN': '身份认证结果未通过校验，请重新登录。',
    en: 'The answer of the identity service could not be verified; sign in again.',
  }),
  identityExpired: problem('access/identity-expired', 400, {
    'zh-CN': '登录步骤已过期，请重新登录。',
    en: 'This sign-in took too long or was already used; please start again.',
  }),
  assuranceTooLow: problem('access/assurance-too-low', 403, {
    'zh-CN': '您的实名等级不足，请先在身份认证平台完成实名认证。',
    en: 'Your identity is not verified strongly enough; complete the verification with the identity service first.',
  }),
  badReturnPath: problem('access/bad-return-path', 400, {
    'zh-CN': '返回地址必须是本站路径。',
    en: 'The page to return to must be a path of this site.',
  }),
} as const;
