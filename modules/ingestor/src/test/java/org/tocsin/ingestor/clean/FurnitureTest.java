package org.tocsin.ingestor.clean;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes, by structure and by words, and what must never go. */
class FurnitureTest {

    private static final String FIRST =
            "The two governments signed a truce in the port on Monday after nine days of talks.";
    private static final String SECOND =
            "Observers will cross the strait by ferry on Wednesday, the ministry said.";
    private static final String STORY = "<p>" + FIRST + "</p><p>" + SECOND + "</p>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div class='share-bar'><a href='#'>Post it</a> 1,284 shares</div>",
                "<div class='entrySocialIcons'><span>Post it to all your friends</span></div>",
                "<div id='comments'><h4>38 Comments</h4><p>They will never withdraw, mark my words, said I.</p></div>",
                "<section class='related-posts'><h3>Related</h3><p>Navy shells the northern coast at dawn.</p></section>",
                "<h4>More news</h4><ul><li><a href='/a'>Navy shells the coast</a></li><li><a href='/b'>Grain deal off</a></li></ul>",
                "<ol><li><a href='/a'>Navy shells the coast</a><li><a href='/b'>Grain deal off</a> 10:31</ol>",
                "<div class='newsletter'><p>Enjoying this story? We have more for your inbox each day.</p></div>",
                "<div class='cookie-banner'><p>Cookies help us to show you what you want to see.</p></div>",
                "<div role='navigation'>World Politics Sport</div>",
                "<nav><a href='/'>World</a></nav>",
                "<form>Your opinion <input><button>Send</button></form>",
                "<p class='tags'><a href='/t/a'>truce</a>, <a href='/t/b'>navy</a></p>",
                "<figure><img src='x'><figcaption>The navy attacked the port last year.</figcaption></figure>",
                "<div style='display: none'>Troops entered the port.</div>",
                "<p><a href='/x'>Navy shells the northern coast</a></p>",
                "<p><strong>Read also:</strong> <a href='/x'>Navy shells the northern coast</a></p>",
                "<p>Read more: Navy shells the northern coast</p>",
                "<p>Tags: truce, navy, talks</p>",
                "<p>Views: 1440</p>",
                "<p>12 comments</p>",
                "<p>Facebook | Twitter | Email</p>",
                "<p>Click to share on Telegram (Opens in new window)</p>",
                "<p>© 2024 Strait Daily. All rights reserved.</p>",
                "<p>The post <a href='/p'>Truce</a> appeared first on <a href='/'>Strait Daily</a>.</p>",
                "<p>L'article Trêve est apparu en premier sur Détroit.</p>",
                "<p>Сообщение Перемирие появились сначала на Пролив.</p>",
                "<p>Der Beitrag Waffenruhe erschien zuerst auf Meerenge.</p>",
                "<p>La entrada Tregua se publicó primero en Estrecho.</p>",
                "<p>Читайте также: Флот обстрелял северный берег</p>",
                "<p>Подписывайтесь на наш канал в Telegram!</p>",
                "<p>Просмотров: 118</p>",
                "<p>اقرأ أيضا: البحرية تقصف الساحل الشمالي</p>",
                "<p>عدد المشاهدات: ٣١٢</p>",
                "<p>Lire aussi : La marine bombarde la côte</p>",
                "<p>Lesen Sie auch: Marine beschießt die Küste</p>",
                "<p>Lea también: La marina bombardea la costa</p>",
                "<p>Ayrıca okuyun: Donanma kıyıyı bombaladı</p>",
                "<p>بیشتر بخوانید: نیروی دریایی ساحل را گلوله‌باران کرد</p>",
                "<p>[wpResize] |</p>",
                "<p>Continue reading →</p>",
                "<p>(Reporting by Ann Lee in Port City; Editing by Bo Ray)</p>",
                "<p>You must be logged in to post a comment.</p>",
            })
    void goes(String furniture) {
        assertThat(PlainText.ofHtml(STORY + furniture)).isEqualTo(FIRST + "\n" + SECOND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Main » World » Truce signed in the port",
                "STRAIT DAILY / World news",
                "Monday, 20 May 2024",
                "25 мая 2024 г., 17:18",
                "By Ann Lee and Bo Ray",
                "2 min read",
            })
    void goesFromTheHead(String line) {
        assertThat(PlainText.ofHtml("<p>" + line + "</p>" + STORY))
                .isEqualTo(FIRST + "\n" + SECOND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Read more about the terms, the minister told reporters, and you will see who lost.",
                "Share prices fell on all three exchanges after the strike.",
                "Comments by the minister set off protests in four cities.",
                "Facebook and Twitter were blocked on Monday, and Telegram slowed down.",
                "The law on comments, shares and likes was adopted on Tuesday.",
                "Copyright law was changed by parliament on Monday.",
                "Follow the money, the prosecutor said.",
                "By Monday the port was empty.",
                "1,440 people were evacuated.",
                "Related charges were dropped in March.",
                "All rights reserved for the minority were abolished, the court found.",
                "Tags were put on 300 detainees.",
                "Photo: that is what the army calls its only proof.",
                "Views differ on who broke the truce.",
                "More than 40 were killed",
                "Россия и Турция объявили о перемирии",
            })
    void neverGoes(String sentence) {
        assertThat(PlainText.ofHtml(STORY + "<p>" + sentence + "</p>"))
                .isEqualTo(FIRST + "\n" + SECOND + "\n" + sentence);
        assertThat(PlainText.ofHtml("<p>" + sentence + "</p>" + STORY))
                .isEqualTo(sentence + "\n" + FIRST + "\n" + SECOND);
    }

    /** Origins are read from these. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "(Reuters)",
                "By Reuters",
                "Source: Strait Gazette",
                "Источник: ТАСС",
                "Compiled with agencies",
                "(Reporting by AFP)",
            })
    void keepsWhoTheTextIsFrom(String credit) {
        assertThat(PlainText.ofHtml(STORY + "<p class='byline'>" + credit + "</p>"))
                .isEqualTo(FIRST + "\n" + SECOND + "\n" + credit);
    }

    @Test
    void keepsTheTermsOfATruce() {
        String terms =
                "<p>The terms:</p><ul><li>All guns fall silent at midnight</li>"
                        + "<li>Prisoners are exchanged within a week</li>"
                        + "<li>The <a href='/strait'>strait</a> is open to ships</li></ul>";

        assertThat(PlainText.ofHtml(STORY + terms))
                .endsWith(
                        "The terms:\nAll guns fall silent at midnight\n"
                                + "Prisoners are exchanged within a week\nThe strait is open to ships");
    }

    @Test
    void keepsAStoryWhoseContainerIsNamedAfterItsSubject() {
        String wordpress = "post-17 hentry tag-comments category-newsletter has-sidebar";

        assertThat(PlainText.ofHtml("<div class='" + wordpress + "'>" + STORY + "</div>"))
                .isEqualTo(FIRST + "\n" + SECOND);
    }

    @Test
    void keepsALongStoryInAColumnNamedLikeABar() {
        String column = "<div class='social-affairs'>" + STORY + STORY + STORY + "</div>";

        assertThat(PlainText.ofHtml("<p>Lead.</p>" + column)).contains(FIRST, SECOND);
    }

    @Test
    void keepsLinkedSentences() {
        assertThat(PlainText.ofHtml(STORY + "<p><a href='/x'>The navy denied that.</a></p>"))
                .endsWith("The navy denied that.");
    }

    @Test
    void keepsTheOnlyThingThatAnItemSays() {
        assertThat(PlainText.ofHtml("<a href='/x'>Truce signed in the port</a>"))
                .isEqualTo("Truce signed in the port");
        assertThat(PlainText.ofHtml("<ul><li><a href='/x'>Truce signed in the port</a></ul>"))
                .isEqualTo("Truce signed in the port");
        assertThat(PlainText.ofHtml("<figure><figcaption>Truce signed.</figcaption></figure>"))
                .isEqualTo("Truce signed.");
    }

    @Test
    void endsTheStoryAtTheCommentForm() {
        assertThat(
                        PlainText.ofHtml(
                                STORY
                                        + "<p>It rained.</p><h3>Leave a Reply</h3><p>Say it nicely, or not at all.</p>"))
                .endsWith("It rained.");
    }

    @Test
    void dropsTheHeadlinesThatAHeadingAnnouncesInPlainText() {
        assertThat(
                        PlainText.ofText(
                                FIRST
                                        + "\n\nRelated stories\n\nNavy shells the coast\n\nGrain deal off\n\n"
                                        + SECOND))
                .isEqualTo(FIRST + "\n" + SECOND);
    }

    @Test
    void dropsTheInvitationBehindTheLastSentence() {
        assertThat(PlainText.ofHtml("<p>" + FIRST + " <a href='/x'>Read more »</a></p>"))
                .isEqualTo(FIRST);
        assertThat(PlainText.ofText("Флот вышел в море... Читать далее"))
                .isEqualTo("Флот вышел в море...");
        assertThat(PlainText.ofText("She went home to read more")).endsWith("to read more");
    }
}
