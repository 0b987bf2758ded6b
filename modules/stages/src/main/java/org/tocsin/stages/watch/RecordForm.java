package org.tocsin.stages.watch;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/**
 * A record's components one after another. Reflection is done once, when the form is made;
 * afterwards only method handles are called.
 */
final class RecordForm implements Form {

    private final Class<?> type;
    private final MethodHandle constructor;
    private final MethodHandle[] accessors;
    private final Form[] forms;

    private RecordForm(
            Class<?> type, MethodHandle constructor, MethodHandle[] accessors, Form[] forms) {
        this.type = type;
        this.constructor = constructor;
        this.accessors = accessors;
        this.forms = forms;
    }

    static RecordForm of(Class<?> type) {
        RecordComponent[] parts = type.getRecordComponents();
        var accessors = new MethodHandle[parts.length];
        var forms = new Form[parts.length];
        MethodHandles.Lookup lookup = MethodHandles.publicLookup();
        try {
            for (int i = 0; i < parts.length; i++) {
                accessors[i] =
                        lookup.unreflect(parts[i].getAccessor())
                                .asType(MethodType.methodType(Object.class, Object.class));
                forms[i] = Form.of(parts[i].getGenericType());
            }
            Class<?>[] types =
                    Arrays.stream(parts).map(RecordComponent::getType).toArray(Class[]::new);
            MethodHandle constructor =
                    lookup.unreflectConstructor(type.getDeclaredConstructor(types))
                            .asSpreader(Object[].class, parts.length)
                            .asType(MethodType.methodType(Object.class, Object[].class));
            return new RecordForm(type, constructor, accessors, forms);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " has no form", e);
        }
    }

    @Override
    public void write(Object value, FormOutput out) {
        for (int i = 0; i < forms.length; i++) {
            forms[i].write(component(i, value), out);
        }
    }

    private Object component(int i, Object value) {
        try {
            return (Object) accessors[i].invokeExact(value);
        } catch (Throwable e) {
            throw new IllegalStateException("cannot read a component of " + type, e);
        }
    }

    /**
     * @throws IllegalArgumentException when the record refuses the values
     */
    @Override
    public Object read(FormInput in) {
        var values = new Object[forms.length];
        for (int i = 0; i < forms.length; i++) {
            values[i] = forms[i].read(in);
        }
        try {
            return (Object) constructor.invokeExact(values);
        } catch (Throwable e) {
            throw new IllegalArgumentException("no " + type.getSimpleName(), e);
        }
    }

    @Override
    public String description() {
        var words = new StringBuilder(type.getName()).append('(');
        RecordComponent[] parts = type.getRecordComponents();
        for (int i = 0; i < parts.length; i++) {
            words.append(parts[i].getName()).append(':').append(forms[i].description()).append(' ');
        }
        return words.append(')').toString();
    }
}
