package org.tocsin.app.role;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tocsin.core.lexicon.Lexicon;
import org.tocsin.stages.Stage;
import org.tocsin.stages.StageRunner;
import org.tocsin.stages.dedupe.DedupeStage;
import org.tocsin.stages.tag.TagStage;
import org.tocsin.stages.watch.WatchStage;

/** One stage of the pipeline. */
public final class StageRole {

    private static final Map<String, Function<Foundation, Stage>> STAGES = stages();

    private StageRole() {}

    private static Map<String, Function<Foundation, Stage>> stages() {
        var stages = new LinkedHashMap<String, Function<Foundation, Stage>>();
        stages.put(
                "dedupe", from -> new DedupeStage(from.serdes(), from.settings().reorderWindow()));
        stages.put("tag", from -> new TagStage(from.serdes()));
        stages.put(
                "watch",
                from ->
                        new WatchStage(
                                from.serdes(), Lexicon.shipped(), from.settings().reorderWindow()));
        return stages;
    }

    /** The names of the stages, in the order in which news passes them. */
    public static List<String> names() {
        return List.copyOf(STAGES.keySet());
    }

    /**
     * @param name one of {@link #names()}
     */
    public static Ensemble start(String name, Foundation foundation) {
        var ensemble = new Ensemble();
        addTo(ensemble, name, foundation);
        return ensemble;
    }

    static void addTo(Ensemble ensemble, String name, Foundation foundation) {
        Stage stage = STAGES.get(name).apply(foundation);
        var runner = new StageRunner(stage, foundation.settings());
        ensemble.add(Part.of(runner, registry -> StageMeters.bind(stage, registry)));
        runner.start(loss -> ensemble.lost(name, loss));
    }
}
