package dev.drillbook;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The floors of the house: arrows point down only, never sideways; every class is on a floor; there is no circle. */
@AnalyzeClasses(packages = FloorsTest.HOUSE, importOptions = DoNotIncludeTests.class)
class FloorsTest {
    static final String HOUSE = "dev.drillbook";

    /** From the cellar up. A room is the first part of a package's name below the house's; Main's is empty. */
    private static final List<Set<String>> FLOORS = List.of(
            Set.of("runbook", "process"),
            Set.of("timeline", "target", "environment", "settings"),
            Set.of("journal", "script", "traffic", "signal", "calendar", "wording"),
            Set.of("undo", "score"),
            Set.of("drill", "archive", "incident"),
            Set.of("report"),
            Set.of("control"),
            Set.of("cli", "slack", "web", "schedule", "practice"),
            Set.of(""));

    @ArchTest
    static final ArchRule every_class_is_on_a_floor = classes()
            .should(new ArchCondition<>("be in a room of the house") {
                @Override
                public void check(JavaClass guest, ConditionEvents events) {
                    if (floor(guest) < 0)
                        events.add(
                                SimpleConditionEvent.violated(guest, guest.getName() + " is in no room of the house"));
                }
            });

    @ArchTest
    static final ArchRule arrows_point_down_only = classes().should(new ArchCondition<>("use only floors below") {
        @Override
        public void check(JavaClass guest, ConditionEvents events) {
            guest.getDirectDependenciesFromSelf().stream()
                    .filter(arrow -> arrow.getTargetClass().getPackageName().startsWith(HOUSE))
                    .filter(arrow -> !room(guest).equals(room(arrow.getTargetClass())))
                    .filter(arrow -> floor(arrow.getTargetClass()) >= floor(guest))
                    .map(Dependency::getDescription)
                    .forEach(arrow -> events.add(SimpleConditionEvent.violated(guest, arrow)));
        }
    });

    @ArchTest
    static final ArchRule there_is_no_circle_of_packages =
            slices().matching(HOUSE + ".(**)").should().beFreeOfCycles();

    /** The guard must be small, and must not fall with what it guards against. */
    @ArchTest
    static final ArchRule the_guard_reaches_no_script_engine_scheduler_chat_or_template = classes()
            .that()
            .haveFullyQualifiedName(HOUSE + ".undo.Guard")
            .should(new ArchCondition<>("reach none of them, by whatever way through the house") {
                @Override
                public void check(JavaClass guard, ConditionEvents events) {
                    Set<JavaClass> reached = new HashSet<>(Set.of(guard));
                    for (Deque<JavaClass> next = new ArrayDeque<>(reached); !next.isEmpty(); )
                        for (Dependency arrow : next.pop().getDirectDependenciesFromSelf()) {
                            JavaClass target = arrow.getTargetClass().getBaseComponentType();
                            if (STRANGERS.stream().anyMatch(target.getName()::startsWith))
                                events.add(SimpleConditionEvent.violated(guard, arrow.getDescription()));
                            boolean isOurs = target.getPackageName().startsWith(HOUSE);
                            if (isOurs && reached.add(target)) next.push(target);
                        }
                }
            });

    /** What a guard never needs. */
    private static final List<String> STRANGERS = List.of(
            "groovy.",
            "org.codehaus.groovy.",
            "org.apache.groovy.",
            "org.quartz.",
            "com.slack.",
            "freemarker.",
            HOUSE + ".script.",
            HOUSE + ".report.",
            HOUSE + ".control.");

    private static int floor(JavaClass guest) {
        for (int floor = 0; floor < FLOORS.size(); floor++)
            if (FLOORS.get(floor).contains(room(guest))) return floor;
        return -1;
    }

    private static String room(JavaClass guest) {
        String below = guest.getPackageName().substring(HOUSE.length());
        return below.isEmpty() ? "" : below.substring(1).split("\\.")[0];
    }
}
