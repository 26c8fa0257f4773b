package dev.drillbook.cli;

import dev.drillbook.calendar.Zones;
import dev.drillbook.runbook.Invalid;
import java.time.ZoneId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A time zone as it is typed. */
final class ZoneOption implements ITypeConverter<ZoneId> {
    @Override
    public ZoneId convert(String name) {
        try {
            return Zones.named(name);
        } catch (Invalid e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
