package org.tocsin.bench.lexicon;

import java.util.List;
import java.util.Set;
import org.tocsin.core.lexicon.Actor;
import org.tocsin.core.lexicon.PhoenixText;
import org.tocsin.core.tag.ActorType;

/**
 * International bodies of Phoenix, and of its other organisations those for human rights, relief,
 * refugees and health. Its companies are left out: thousands, and hardly one at war.
 */
final class Bodies {

    private static final String WANTED = "IGO.*|NGO([A-Z]{3})?(HRI|HLH|REF|DEV|HLHIRC)";

    private static final Set<String> GENERIC =
            Set.copyOf(
                    List.of(
                            ("international organization organisation association council committee"
                                            + " world global society institute foundation fund trust network for"
                                            + " of the and in center centre group health development human rights"
                                            + " women children youth action aid relief hope peace people care"
                                            + " community education federation union league partners partnership"
                                            + " alliance project program programme service services support"
                                            + " medical change life new future first humanitarian court tribunal"
                                            + " criminal justice war crimes peacekeepers peacekeeper officials"
                                            + " official christian catholic initiative initiatives watch law legal"
                                            + " resource resources training research work working voluntary fire"
                                            + " water land landmine common united nations un south north east west"
                                            + " a s bank regional economic trade summit agency commission assembly"
                                            + " secretariat general security")
                                    .split(" ")));

    private static final Set<String> PEOPLE =
            Set.copyOf(
                    List.of(
                            ("peacekeeper peacekeepers official officials minister ministers envoy"
                                            + " secretary coordinator representative ambassador president"
                                            + " chairman director diplomat spokesman")
                                    .split(" ")));

    /** What makes a name a body's. */
    private static final Set<String> BODY_WORDS =
            Set.copyOf(
                    List.of(
                            ("organization organisation association council committee society"
                                            + " institute foundation fund trust network center centre group"
                                            + " federation union league alliance project programme program"
                                            + " service services commission agency bank court tribunal"
                                            + " assembly secretariat initiative international movement"
                                            + " conference community communities parliament congress panel"
                                            + " forum mission corps coalition bureau treaty pact nations"
                                            + " states cooperation advocates watch relief crescent cross"
                                            + " monitor observatory doctors medecins sans")
                                    .split(" ")));

    private final StateCodes states;
    private final Shelf shelf;

    Bodies(StateCodes states, Shelf shelf) {
        this.states = states;
        this.shelf = shelf;
    }

    void read(List<PhoenixText.Entry> entries) {
        for (PhoenixText.Entry entry : entries) {
            if (entry.codes().isEmpty()
                    || entry.codes().stream().anyMatch(c -> c.from() != null || c.to() != null)
                    || !entry.codes().get(0).code().matches(WANTED)) {
                continue;
            }
            List<String> names =
                    Groups.names(entry.names(), GENERIC).stream()
                            .filter(name -> Groups.holds(name, BODY_WORDS))
                            .filter(name -> !Groups.holds(name, PEOPLE))
                            .toList();
            if (!names.isEmpty()) {
                add(entry, names);
            }
        }
    }

    private void add(PhoenixText.Entry entry, List<String> names) {
        String code = entry.codes().get(0).code();
        String country = code.length() < 6 ? null : states.id(code.substring(3, 6));
        var found = new Shelf.Found(ActorType.ORGANISATION, names, null, country, "");
        Actor known = Groups.known(shelf, entry.names(), ActorType.ORGANISATION);
        if (known != null) {
            shelf.addTo(known, found);
        } else if (shelf.byHand.named(names.get(0)).isEmpty() && names.get(0).contains(" ")) {
            shelf.add(found);
        }
    }
}
