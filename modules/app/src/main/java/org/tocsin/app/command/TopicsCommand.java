package org.tocsin.app.command;

import org.tocsin.app.lines.Terminal;
import org.tocsin.wire.avro.AsyncApi;
import org.tocsin.wire.avro.SchemaAdmin;
import org.tocsin.wire.settings.Settings;
import org.tocsin.wire.topic.Topic;
import org.tocsin.wire.topic.TopicAdmin;
import org.tocsin.wire.topic.TopicPlan;
import org.tocsin.wire.topic.Topics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The topics on the broker, against the table of them. */
@Command(
        name = "topics",
        description =
                "Creates the topics that are missing and checks those that are there; never deletes.")
final class TopicsCommand extends Group {

    private final Terminal terminal;

    TopicsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Command(name = "plan", description = "Says what apply would create and what differs.")
    int plan(@Mixin Help help) {
        try (var admin = new TopicAdmin(Running.system(terminal))) {
            show(admin.plan(Topics.all()), "would be created");
        }
        return 0;
    }

    @Command(
            name = "apply",
            description = "Creates what is missing, and ends when all topics can be written to.")
    int apply(@Mixin Help help) {
        Settings system = Running.system(terminal);
        try (var admin = new TopicAdmin(system)) {
            show(admin.apply(), "created");
        }
        new SchemaAdmin(system.registry()).apply(Topics.all());
        return 0;
    }

    @Command(
            name = "describe",
            description = "Describes all topics and what they carry, as an AsyncAPI document.")
    int describe(@Mixin Help help) {
        terminal.out().print(AsyncApi.document());
        terminal.out().flush();
        return 0;
    }

    private void show(TopicPlan plan, String verb) {
        for (Topic<?> topic : plan.missing()) {
            terminal.out().println(topic.name() + ": " + verb);
        }
        plan.differences().forEach(terminal.out()::println);
        if (plan.missing().isEmpty() && plan.differences().isEmpty()) {
            terminal.err().println("all topics are there, as they should be");
        }
        terminal.out().flush();
    }
}
