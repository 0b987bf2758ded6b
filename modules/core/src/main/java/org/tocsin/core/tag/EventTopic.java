package org.tocsin.core.tag;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The topics of events. Ids are stable; each carries its PLOVER event code (POLECAT/PLOVER
 * codebook) and, where one exists, its IPTC Media Topic (null otherwise).
 */
public enum EventTopic {
    CEASEFIRE("ceasefire", "COOPERATE", null),
    WITHDRAWAL("withdrawal", "RETREAT", null),
    MILITARY_STRIKE("military-strike", "ASSAULT", null),
    GROUND_ATTACK("ground-attack", "ASSAULT", null),
    BOMBING("bombing", "ASSAULT", null),
    TERRITORY_CHANGE("territory-change", "ASSAULT", null),
    DEPLOYMENT("deployment", "MOBILIZE", null),
    SAFE_ZONE("safe-zone", "COOPERATE", null),
    CHEMICAL_WEAPONS("chemical-weapons", "ASSAULT", null),
    ARMS_TRANSFER("arms-transfer", "AID", null),
    DETENTION("detention", "COERCE", null),
    RELEASE("release", "CONCEDE", null),
    DISPLACEMENT("displacement", "COERCE", null),
    TALKS("talks", "CONSULT", null),
    AGREEMENT("agreement", "AGREE", null),
    MEDIATION("mediation", "CONSULT", null),
    SANCTIONS("sanctions", "SANCTION", null),
    THREAT("threat", "THREATEN", null),
    ACCUSATION("accusation", "ACCUSE", null),
    DIPLOMATIC_RUPTURE("diplomatic-rupture", "SANCTION", null),
    RESOLUTION("resolution", "SUPPORT", null),
    ELECTION("election", "CONSULT", null),
    RESIGNATION("resignation", "CONCEDE", null),
    PROTEST("protest", "PROTEST", null),
    LABOUR_STRIKE("labour-strike", "PROTEST", null),
    COUP("coup", "COERCE", null),
    AID("aid", "AID", null),
    CASUALTIES("casualties", "ASSAULT", null);

    private final String id;
    private final String plover;
    private final String mediatopic;

    EventTopic(String id, String plover, String mediatopic) {
        this.id = id;
        this.plover = plover;
        this.mediatopic = mediatopic;
    }

    public String id() {
        return id;
    }

    public String plover() {
        return plover;
    }

    public String mediatopic() {
        return mediatopic;
    }

    /** It befalls people of any calling: boxers are killed, singers jailed, actors strike. */
    boolean befallsAnybody() {
        return switch (this) {
            case CASUALTIES, BOMBING, DETENTION, RELEASE, LABOUR_STRIKE, ELECTION -> true;
            default -> false;
        };
    }

    /** It hits whatever stands there: museums, stadiums, bakeries. */
    boolean hitsAnything() {
        return switch (this) {
            case MILITARY_STRIKE, GROUND_ATTACK, BOMBING, CASUALTIES -> true;
            default -> false;
        };
    }

    /** A deed against somebody, so that "unless" makes a threat of it. */
    boolean harms() {
        return switch (this) {
            case MILITARY_STRIKE,
                    GROUND_ATTACK,
                    BOMBING,
                    SANCTIONS,
                    DEPLOYMENT,
                    DIPLOMATIC_RUPTURE,
                    LABOUR_STRIKE,
                    DETENTION,
                    CHEMICAL_WEAPONS,
                    TERRITORY_CHANGE,
                    WITHDRAWAL,
                    PROTEST,
                    COUP ->
                    true;
            default -> false;
        };
    }

    /** It lasts while somebody goes on with it, and stands by no agreement. */
    boolean isWaged() {
        return this == LABOUR_STRIKE || this == PROTEST;
    }

    /** Two sides do it together: "talks between Serbia and Kosovo". */
    boolean isMutual() {
        return switch (this) {
            case TALKS, AGREEMENT, CEASEFIRE, GROUND_ATTACK, RELEASE -> true;
            default -> false;
        };
    }

    /** "the recapture of Palmyra", "the bombardment of Gaza": whom it is done to. */
    boolean takesObjectByOf() {
        return switch (this) {
            case TERRITORY_CHANGE,
                    MILITARY_STRIKE,
                    GROUND_ATTACK,
                    BOMBING,
                    DETENTION,
                    RELEASE,
                    CASUALTIES ->
                    true;
            default -> false;
        };
    }

    /** "Kenyan police were deployed in Haiti": what is moved is the doer's own. */
    boolean movesOwn() {
        return this == WITHDRAWAL || this == DEPLOYMENT;
    }

    /** "asked Berlin for tanks": the one asked would do it, for the one who asks. */
    boolean isGiven() {
        return this == ARMS_TRANSFER || this == AID;
    }

    /** Somebody is held or let go: who is "behind bars" suffers it. */
    boolean isCustody() {
        return this == DETENTION || this == RELEASE;
    }

    /** To say it is to do it. */
    boolean isSpoken() {
        return this == THREAT || this == ACCUSATION;
    }

    /** "the Libya truce", "Gaza aid": the name before it says where or on whom. */
    boolean takesMatterBefore() {
        return switch (this) {
            case CEASEFIRE, AID, SANCTIONS, RESOLUTION, MEDIATION, SAFE_ZONE, BOMBING -> true;
            default -> false;
        };
    }

    /** States do it, so that a capital that does it speaks for its state. */
    boolean isOfStates() {
        return switch (this) {
            case PROTEST,
                    LABOUR_STRIKE,
                    ELECTION,
                    DISPLACEMENT,
                    CASUALTIES,
                    BOMBING,
                    TERRITORY_CHANGE,
                    COUP ->
                    false;
            default -> true;
        };
    }

    /** It is done to a state: "sanctions on Harare", "shells to Cairo". */
    boolean isBetweenStates() {
        return switch (this) {
            case ARMS_TRANSFER,
                    SANCTIONS,
                    THREAT,
                    ACCUSATION,
                    DIPLOMATIC_RUPTURE,
                    MEDIATION,
                    TALKS,
                    AGREEMENT ->
                    true;
            default -> false;
        };
    }

    /** It comes over a place, so that who is named before a colon suffers it. */
    boolean strikesPlace() {
        return switch (this) {
            case MILITARY_STRIKE,
                    GROUND_ATTACK,
                    BOMBING,
                    CHEMICAL_WEAPONS,
                    CASUALTIES,
                    DISPLACEMENT,
                    PROTEST,
                    LABOUR_STRIKE ->
                    true;
            default -> false;
        };
    }

    /** It happens at a place, which tells most of it where nobody is named to whom. */
    boolean isSomewhere() {
        return switch (this) {
            case CEASEFIRE,
                    MILITARY_STRIKE,
                    GROUND_ATTACK,
                    BOMBING,
                    TERRITORY_CHANGE,
                    SAFE_ZONE,
                    CHEMICAL_WEAPONS,
                    DETENTION,
                    DISPLACEMENT,
                    PROTEST,
                    LABOUR_STRIKE,
                    CASUALTIES,
                    DEPLOYMENT,
                    AID ->
                    true;
            default -> false;
        };
    }

    public static Optional<EventTopic> byId(String id) {
        return Arrays.stream(values()).filter(topic -> topic.id.equals(id)).findFirst();
    }

    public static List<String> ids() {
        return Arrays.stream(values()).map(EventTopic::id).toList();
    }
}
