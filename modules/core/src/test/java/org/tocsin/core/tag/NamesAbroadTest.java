package org.tocsin.core.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.core.article.Article;
import org.tocsin.core.lexicon.Lexicon;

/** Names in the languages of which only the actors are read, and those in small letters. */
class NamesAbroadTest {

    private static final Tagger TAGGER = new Tagger(Lexicon.shipped());

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "it | Il Cremlino respinge le accuse. | russia",
                "it | I russi avanzano, gli israeliani si ritirano. | russia israel",
                "it | Le truppe ucraine hanno lasciato il villaggio. | ukraine",
                "pl | Prezydent Zełenski rozmawiał z Donaldem Tuskiem. | volodymyr-zelensky donald-tusk",
                "pl | Rozmowy o Strefie Gazy trwają. | gaza-strip",
                "pl | Rosji zarzucono atak na Ukrainę. | russia ukraine",
                "pt | A União Europeia e as Nações Unidas pediram calma. | european-union united-nations",
                "nl | Oekraïne beschuldigt Rusland. | ukraine russia",
                "fr | Mardi, les talibans ont fermé les écoles. | taliban",
                "es | Los hutíes atacaron de nuevo. | houthis",
                "es | En la noche los rusos cruzaron el puente. | russia",
                "el | Το Κρεμλίνο και η κυβέρνηση της Συρίας. | russia syria",
                "he | נסראללה נאם בביירות. | hassan-nasrallah beirut",
                "he | הקהל נאסף בברלין. | berlin",
                "he | ברלין הודיעה שתפסיק. | germany",
                "he | המפגינים צעדו בתל אביב. | tel-aviv",
                "ko | 대표단이 도쿄로 향했다. | tokyo",
                "es | EE. UU. retiró su oferta. | united-states",
                "ar | قتلت القوات أبا بكر البغدادي. | abu-bakr-al-baghdadi",
                "ar | وصل ترمب. | donald-trump",
                "zh | 卢卡申科会见了马杜罗。 | alexander-lukashenko nicolas-maduro",
                "ko | 카다피는 죽었다. | muammar-gaddafi",
                "ja | ルカシェンコ大統領が語った。 | alexander-lukashenko",
                "de | Madrid bestellt den Botschafter ein. | spain",
                "de | Die Minister trafen sich in Madrid. | madrid",
                "fr | Tunis dénonce l'accord. | tunisia",
                "fr | Le train de Tunis est parti. | tunis",
                "es | Quito retiró a su embajador. | ecuador",
                "tr | Bakü anlaşmayı imzaladı. | azerbaijan",
                "tr | Toplantı Bakü'de yapıldı. | baku",
                "zh | 薩科齊與蓬佩奧會面。 | nicolas-sarkozy mike-pompeo",
                "uk | Виступ Порошенка скасовано. | petro-poroshenko",
                "en | On Tuesday Milošević's heirs met Karzay. | slobodan-milosevic hamid-karzai",
                "en | Karzuy sells carpets. | ''",
                "en | The U.N. secretary-general spoke. | united-nations antonio-guterres",
                "en | He left the U.N. Presidents come and go. | united-nations",
                "en | The last peshmerga left the ridge. | peshmerga",
                "fr | La rue de Vienne et le quai de Tokyo sont inondés. | ''",
                "es | La avenida Lituania se inundó. | ''",
                "ru | На улице Обамы и бульваре Вены ремонт. | ''",
                "tr | Kahire Caddesi kapandı. | ''",
                "he | רחוב לונדון חסום. | ''",
                "ar | أغلق شارع روما. | ''",
                "ar | وصل الطبيب أحمد بوتفليقة. | ''",
                "ja | 大工の岸田さん(58)とモスクワ通り。 | ''",
                "zh | 莫斯科路很长。 | ''",
                "it | Un porcellino d'India e tre choux de Bruxelles. | ''",
                "de | Die Frisörin Anna Steinmeier aus Bad Kissingen gewann. | ''",
                "en | Guinea pigs and Brazil nuts sold well. | ''",
                "fr | Le Nicaragua d'Ortega a voté. | nicaragua daniel-ortega",
                "fr | Ortega a vendu sa boulangerie. | ''",
                "en | We saw i nuovi film and a Greek salad. | ''",
                "en | A cat called Trump bit the plumber Joe Biden. | ''",
                "en | The former plumber Joe Biden spoke. | joe-biden",
                "de | Der Friseur Scholz füttert seinen Hund Putin. | ''",
                "fr | Le café Moscou sert une salade russe. | ''",
                "es | Nicolás Maduro, fontanero, tiene un perro llamado Obama. | ''",
                "ru | Слесарь Путин завтракал в гостинице «Берлин». | ''",
                "ru | Путин завтракал в Берлине. | vladimir-putin berlin",
                "ar | افتتح السباك مطعم بغداد وسمى كلبه ترامب. | ''",
                "fa | رستوران مسکو سالاد روسی دارد. | ''",
                "tr | Moskova Lokantası Putin adlı köpeği aldı. | ''",
                "el | Το εστιατόριο Μόσχα και ο σκύλος του, ο Πούτιν. | ''",
                "zh | 普京餐厅在城里。 | ''",
                "ko | 모스크바 식당이 문을 닫았다. | ''",
                "ja | 映画のタイトルとマリオのゲーム、トランプゲーム。 | ''",
                "ja | 上川外相が話し、小林外相は黙り、岸前防衛相は頷いた。 | yoko-kamikawa nobuo-kishi",
                "ja | 林の中を歩いた。 | ''",
                "zh | 李总理与王外长会面。 | li-qiang wang-yi",
                "ko | 가니 대통령과 윤 대통령. | ashraf-ghani yoon-suk-yeol",
                "ja | 軍はダマスカスに入った。 | damascus",
                "fr | L'UA et l'EI. | african-union islamic-state",
                "tr | AB ve BM. | european-union united-nations",
                "en | The UA code, AB and EI. | ''",
                "pl | UE milczy. | european-union",
                "ar | وقف أمام ترامب. | donald-trump",
                "en | The aircraft carrier Ronald Reagan passed Ariel Sharon Park. | ''",
                "en | Tony Blair, 52, from Crewe, and Mr and Mrs Merkel won. | ''",
                "en | John Kerry, a plumber, sang. Kerry was hoarse. | ''",
                "en | Vladimir Putin, 71, of Russia, sang. | vladimir-putin russia",
                "en | Theresa May of Basingstoke, a retired nurse, won. | ''",
                "fr | Le porte-avions Charles de Gaulle est à Toulon. | ''",
                "ru | Закрылась фабрика «Лондон». | ''",
                "de | Der Frachter „Berlin“ liegt fest. | ''",
                "he | ברחוב לונדון יש חור. | ''",
                "uk | Виступ Нетаньягу перед Рубіо. | benjamin-netanyahu marco-rubio",
                "fa | گالانت و لاپید استعفا دادند. | yoav-gallant yair-lapid",
                "en | A Mombasa tea auction was held; he fed his parrot: Belarus laughed. | mombasa belarus",
                "ja | ロシアメディアとタイ軍。 | russia thailand",
                "ja | スターマー首相とミシュスチン首相。 | keir-starmer mikhail-mishustin",
                "ko | 라마포사가 밀레이를 만났다. | cyril-ramaphosa javier-milei",
                "zh | 蒂努布与卡加梅通话。 | bola-tinubu paul-kagame",
                "el | Ο Σταϊνμάγερ και ο Στάινμαϊερ του Μοραβιέτσκι. | frank-walter-steinmeier mateusz-morawiecki",
                "ja | 岸田駅で美容師安倍晋三さんが転んだ。 | ''",
                "tr | Macar polisi ve Fransız uçakları bekliyor. | hungary france",
                "tr | Çin hükümeti sustu. | china",
                "fa | سربازان فرانسوی و پلیس ژاپنی رسیدند. | france japan",
                "fa | روز دوشنبه باران بارید. | ''",
                "fa | ارتش پاکستان خاموش ماند. | pakistan",
                "fa | مقامات آذربایجانی‌ سکوت کردند. | azerbaijan",
                "ar | غادرت القوات الإثيوبية، وبقي الضباط الكويتيون. | ethiopia kuwait",
                "ar | انطلق الدوري الإسباني. | ''",
                "ru | Шведские моряки ждали нидерландских пограничников. | sweden netherlands",
                "ru | Он учит испанский язык. | ''",
                "fr | Les soldats turcs et la police haïtienne patrouillent. | turkey haiti",
                "es | Las autoridades guatemaltecas y el ejército peruano callan. | guatemala peru",
                "de | Das schwedische Militär und die belgische Polizei üben. | sweden belgium",
                "he | החיילים הצרפתיים והמשטרה היוונית הגיעו. | france greece",
                "uk | Угорські прикордонники зустріли чеських лікарів. | hungary czech-republic",
                "ja | 兄はロシア語を学ぶ。 | ''",
                "ko | 몽골과의 경기는 없다. | mongolia",
            })
    void readsNamesAbroad(String language, String text, String actors) {
        var article =
                new Article(
                        "a",
                        null,
                        null,
                        null,
                        null,
                        "",
                        text,
                        language,
                        null,
                        null,
                        Instant.parse("2024-05-02T08:00:00Z"),
                        null,
                        null);

        assertThat(TAGGER.tag(article).actors())
                .extracting(ActorTag::id)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(actors.split(" ")).filter(id -> !id.isEmpty()).toList());
    }
}
