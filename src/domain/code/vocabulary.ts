/**
 * The words by which a one-time code is known, and those that tell of something else. They are compared with folded
 * text, so accents do not matter. `*` stands for the rest of a word (endings, or the parts before it in compounds), a space for any
 * gap inside a term, `|` parts alternatives of one word.
 * @module
 */
import { fold } from './fold.ts';

/** Words that name a one-time code by themselves. */
const certain = [
  'otp|otps|mtan|smstan|pushtan|mobiletan|2fa',
  'one time (?:pass|password|passcode|code|pin)|passcode|onetime (?:password|code)|verification code|security code|sms code|(?:verification|authentication) number',
  'einmal(?:code|kennwort|pass|pin)*|haslo sms|kod sms|engangs(?:kod|kode|losenord)*',
  'ma (?:xac minh|xac thuc|xac nhan|otp|dang nhap|bao mat|kich hoat|dung mot lan)',
  'одноразов* (?:код|пароль)*|رمز (?:ال)?(?:تحقق|تاكيد|تفعيل|امان)|كود (?:ال)?(?:تحقق|تاكيد|تفعيل)|رقم التحقق|قוד אימות',
  'ओटीपी',
];
const certainUnspaced = [
  '验证码|驗證碼|校验码|校驗碼|动态码|動態碼|动态密码|動態密碼|安全码|安全碼|确认码|確認碼|激活码|认证码|認證碼|授权码|随机码|一次性密码|一次性密碼|动态口令',
  '認証コード|認証番号|確認コード|確認番号|ログインコード|セキュリティコード|ワンタイムパスワード|検証コード|パスコード',
  '인증번호|인증 ?코드|확인번호|확인 ?코드|보안 ?코드|보안번호|일회용 ?비밀번호|로그인 ?코드',
];

/** Words that may name one: they count where the text is built like one that brings a code, or speaks of signing in. */
const possible = [
  '*code|codes|pin|token|password|parola|parole|passwort|kennwort|wachtwoord|losenord*|adgangskode|salasana*|jelszo*|heslo|haslo',
  'mot de passe|codigo|clave|contrasena|codice|senha|codul|cod|kata sandi|mat khau|*kod|*kode|*koden|*kodo*|kodu*|kodem|kodi*|*koodi*',
  'sifre*|код|коду|кодом|пароль|пароля|κωδικ*',
  'رمز|الرمز|كود|الكود|كلمه المرور|كلمه السر|الرقم السري|קוד|הקוד|סיסמה|סיסמא|הסיסמה',
  'कोड|पासवर्ड|पिन',
];
const possibleUnspaced = ['密码|密碼|口令|コード|パスワード|暗証番号|코드|비밀번호|รหัส'];

/** What texts with a one-time code speak of: proving who one is. */
const signs = [
  'verif*|authent*|authori*|confirm*|sign in|signing in|sign on|log in|logging in|login|security|new device|identity|sign up|signing up',
  '*bestatig*|*verifi*|*sicherheit*|*anmeld*|*anzumeld*|*einlogg*|*einzulogg*|*einmal*|*freischalt*|*uberweis*|*legitim*',
  'securite|connexion|connecter|authentif*|identif*|usage unique|valider|segur*|iniciar|autori*|acess*|acced*|solo uso|unico uso|entrar|registr*|registo',
  'sicurezza|accedere|accesso|acceso|acesso|acces|conferm*|*beveilig*|inlog*|*bevestig*|eenmalig*|*toegang*',
  'weryfik*|bezpiecz*|logow*|zalogow*|potwierdz*|autoryz*|jednoraz*|dogrula*|guvenlik|giris|onay*|kullanimlik',
  'подтвер*|підтвер*|вход*|вхід|войти|увійти|безопас*|безпек*|авториз*|одноразов*|провероч*|регистр*|реєстр*',
  'التحقق|تاكيد|لتاكيد|الامان|الدخول|دخول|لمره|یکبار|يكبار|*אימות|*אבטחה|*כניסה|להתחבר|פעמי*|להזין|सत्यापन|लॉगिन|सुरक्षा',
  'xac minh|xac thuc|xac nhan|dang nhap|bao mat|mot lan|verifikasi|keamanan|konfirmasi|sekali pakai',
  '*verifier*|*sakerhet*|*inlogg*|logga in|*bekraft*|*bekraeft*|*engang*|*vahvist*|overov*|prihlas*|ellenorz*|επαληθ*|ασφαλ*',
];
const signsUnspaced = ['登录|登入|登錄|验证|驗證|認証|確認|ログイン|인증|확인|보안|로그인|ยืนยัน'];

/** What they speak of besides: secrecy, and time running out. */
const hints = [
  'access|activat*|expires?|share|valid (?:for|till|until)|*gultig|niemand*|weiter*|teile*|*zugang*|*aktivier*|valable|personne|expire|confidentiel*',
  'compart*|caduca|valid*|ingres*|temporal|temporari*|temporane*|condivid*|delen|deel|geldig|udostepn*|wazn*|nikomu|paylas*|gecerli*|aktivasyon',
  'никому|нікому|сообща*|повідомля*|доступ*|дійсн*|действ*|تفعيل|صالح|تشارك*|בתוקף|למסור|मान्य|साझा|दर्ज|berlaku|berikan|jangan|masuk*|dela|del den',
];
const hintsUnspaced = ['有效|泄露|洩露|告诉|告訴|转发|有効|教えない|유효|입력'];

/** Codes, numbers and passwords of another kind. What follows one of these is none of ours. */
const others = [
  '(?:promo|promotion|promotional|discount|coupon|voucher|gift card|gift|referral|invite|zip|postal|post|area|country|qr|bar|dress|source|error|status|sort|swift|bic|tracking|track|booking|order|product|item|door|gate|lockbox|entry|building|call|color|morse|course|airport|short|offer|reward|exit|hs|tax|appointment|pickup|pick up|collection|locker|meeting|conference|event|table|room) (?:codes?|pins?|passwords?)',
  'abhol(?:code|pin|nummer)|(?:termin|abholungs|paket) codes?|code de retrait|codigo de (?:recogida|retirada|cita)|codice (?:di )?ritiro|kod odbioru|(?:siparis|randevu|teslimat) kod*',
  'promocodes?|zipcode|digicode|postcode|barcode|qrcode|code review|code names?',
  '(?:gutschein|rabatt|aktions|gutscheins|promo|qr|strich|bar|zip|quell|fehler|post|vorwahl|dress|vorteils|bestell|buchungs|sendungs|kortings|kupon|actie|track trace|postcode) codes?|postleitzahl|plz',
  'code (?:promo|postal|barre|barres|de reduction|reduction|avantage|source|erreur|de suivi)|codigo (?:de )?(?:postal|descuento|desconto|promocional|barras|rastreio|rastreo|seguimiento|area|reserva|error)',
  'codice (?:sconto|fiscale|promo|postale|promozionale|a barre|di tracciamento|prenotazione|coupon)|cupom|cupon|coupon|couponcode|cep|cap',
  'kod (?:rabatowy|pocztowy|promocyjny|kreskowy|bledu|rezerwacji)|(?:indirim|posta|promosyon|kupon|takip|hata) kod*|rabattkod*|rabatkode*|kampanjkod*|postnummer|alekoodi*',
  'промокод*|почтов* (?:код|индекс)|поштов* (?:код|індекс)|штрих код*|код (?:ошибки|товара|скидки|города)|رمز الخصم|كود الخصم|الرمز البريدي|קוד (?:קופון|הנחה)|מיקוד|पिन कोड',
  'ma (?:giam gia|van don|don hang|buu chinh|khuyen mai)|kode (?:promo|pos|diskon|voucher|referral|booking|pesanan)',
  '(?:wi fi|wlan|wireless|guest|network) (?:password|passwort|code|key|kennwort|pin)|pincode (?=\\d{6})',
];
const othersUnspaced = [
  '优惠码|優惠碼|兑换码|邮政编码|郵遞區號|取件码|取餐码|提货码|会议密码|会议号|二维码|クーポンコード|郵便番号|エラーコード|쿠폰번호|쿠폰 ?코드|우편번호',
];

/** What is bought by a code, not opened: then the code is none that should be copied once and forgotten. */
const offers = [
  'discounts?|sale|checkout|coupon|voucher|promo|free shipping|save|off|offer|deal|win|rabatt|sparst|sparen|gutschein|einlosen|soldes|profitez|descuento|desconto|sconto|korting|znizk*|rabat*|indirim*|скидк*|знижк*|diskon|giam gia|weekend',
];
const offersUnspaced = ['优惠|折扣|割引|할인'];

/** The number after these is that of a thing. */
const things = [
  'order|orders|tracking|track|parcel|shipment|booking|reservation|invoice|receipt|ticket|case|reference|ref|request|account|acct|a c|customer|client|member|membership|policy|serial|model|transaction|txn|id|number|no|nr|num|card|ending in|ending with|ending|room|flight|gate|bus|train|coupon|voucher|locker|seat|build|version|po box|extension|ext|call|call us at|call us on|dial|ring|bestellung|kunden*|vorgang*|sendung*|auftrag*|rechnung*|konto|karte|wohnung|zimmer|kartennummer|endet auf',
  'commande|facture|compte|numero|n|dossier|carte|colis|pedido|factura|cuenta|tarjeta|terminada en|ordine|fattura|conto|carta|encomenda|fatura|conta|cartao|bestelling|rekening|factuur|zamowienie|faktura|konta|karty|siparis*|hesap|kart',
  'заказ*|замовлення|номер|счет*|рахун*|карт*|талон|طلبك|رقم|حساب|بطاقه|הזמנה|ההזמנה|חשבון|כרטיס|ऑर्डर|खाता|don hang|tai khoan|so|pesanan|nomor|rekening|order|konto|kort',
];
const thingsUnspaced = ['订单|訂單|单号|單號|尾号|尾號|账户|卡号|注文番号|口座|주문번호|계좌|카드'];

/** After these the user is told what to do with the code. */
const verbs = [
  'use|using|enter|type|input|submit|verwende|verwenden sie|nutze|nutzen sie|gib|geben sie|eingeben|utilisez|saisissez|entrez|usa|use|utilice|introduce|introduzca|ingresa|ingrese|digite|insira|inserisci|inserire|gebruik|vul|voer|uzyj|wpisz|wprowadz',
  'введите|используйте|введіть|використайте|استخدم|ادخل|הזן|הזינו|להזין|nhap|masukkan|gunakan|ange|anvand|skriv in|indtast|tast|syota|zadejte|introduceti',
];
const verbsUnspaced = ['输入|輸入|填写'];

/** What may stand between the word for a code and the code. */
const links = [
  'is|are|ist|lautet|lauten|est|es|e|to(?=\\s*(?:twoj|kod|$))|jest|sao|on|er|ar|je|este|la|adalah|hat|bu|это|це|هو|هي|הוא|היא|है|ειναι|as|le',
];
const linksUnspaced = ['为|為|是|は|が|은|는|คือ'];

/** Before a number these make it a place, a time or an address. */
const prepositions = [
  'of|for|at|in|since|until|before|by|um|bis|am|im|seit|vor|ab|nach|from|vers|alle|alla|ore|om|o|saat|в|к|до|от|об|с|у|from',
];

/** The sources of regular expressions over folded text in small letters; for use with the flag `u`. */
export const vocabulary = {
  certain: source(certain, certainUnspaced),
  possible: source(possible, possibleUnspaced),
  signs: source(signs, signsUnspaced),
  hints: source(hints, hintsUnspaced),
  others: source(others, othersUnspaced),
  offers: source(offers, offersUnspaced),
  things: source(things, thingsUnspaced),
  verbs: source(verbs, verbsUnspaced),
  links: source(links, linksUnspaced),
  prepositions: source(prepositions, []),
} as const;

function source(words: readonly string[], unspaced: readonly string[]): string {
  const spaced = words
    .flatMap((line) => splitAlternatives(line))
    .map((word) => fold(word).lower.replaceAll('*', '\\p{L}{0,16}').replaceAll(' ', '[\\s\\-\u2010-\u2015]{0,3}'));
  const bare = unspaced.map((line) => fold(line).lower);
  return `(?:(?<![\\p{L}\\d])(?:${spaced.join('|')})(?!\\p{L})${bare.length > 0 ? `|${bare.join('|')}` : ''})`;
}

/** At `|` outside brackets. */
function splitAlternatives(line: string): string[] {
  return line.split(/\|(?![^(]*\))/);
}
