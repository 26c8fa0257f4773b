package dev.drillbook.report;

import freemarker.ext.beans.ClassMemberAccessPolicy;
import freemarker.ext.beans.MemberAccessPolicy;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;

/** What a template may read of Java: the components of this room's records, and nothing else. */
final class ModelOnly implements MemberAccessPolicy {
    @Override
    public ClassMemberAccessPolicy forClass(Class<?> type) {
        boolean ours = type.isRecord() && type.getPackage().equals(ModelOnly.class.getPackage());
        return new ClassMemberAccessPolicy() {
            @Override
            public boolean isMethodExposed(Method method) {
                return ours
                        && Arrays.stream(type.getRecordComponents())
                                .anyMatch(part -> part.getAccessor().equals(method));
            }

            @Override
            public boolean isConstructorExposed(Constructor<?> constructor) {
                return false;
            }

            @Override
            public boolean isFieldExposed(Field field) {
                return false;
            }
        };
    }

    @Override
    public boolean isToStringAlwaysExposed() {
        return false;
    }
}
