package dev.threadmill.archive.render.template;

import freemarker.template.ObjectWrapper;
import freemarker.template.SimpleNumber;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateBooleanModel;
import freemarker.template.TemplateCollectionModel;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateModelIterator;
import freemarker.template.TemplateSequenceModel;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Shows templates this room's records and what they hold: text, numbers, booleans, lists, markup
 * and further records. A record is its components and nothing else: no method can be called, so a
 * template can reach nothing that was not laid out for it.
 */
final class RecordWrapper implements ObjectWrapper {

    private static final MethodHandles.Lookup HERE = MethodHandles.lookup();

    private static final ClassValue<Map<String, Function<Object, Object>>> COMPONENTS =
            new ClassValue<>() {
                @Override
                protected Map<String, Function<Object, Object>> computeValue(Class<?> type) {
                    Map<String, Function<Object, Object>> components = new HashMap<>();
                    for (RecordComponent component : type.getRecordComponents()) {
                        components.put(component.getName(), accessor(component));
                    }
                    return components;
                }
            };

    @Override
    public @Nullable TemplateModel wrap(@Nullable Object value) throws TemplateModelException {
        if (value instanceof String text) {
            return new SimpleScalar(text);
        }
        if (value instanceof Record view) {
            return new RecordModel(view);
        }
        if (value instanceof List<?> list) {
            return new ListModel(list);
        }
        if (value instanceof Boolean flag) {
            return flag ? TemplateBooleanModel.TRUE : TemplateBooleanModel.FALSE;
        }
        if (value instanceof Number number) {
            return new SimpleNumber(number);
        }
        if (value == null || value instanceof Markup) {
            return (TemplateModel) value;
        }
        throw new TemplateModelException("nothing a template may see: " + value.getClass());
    }

    /** A compiled accessor: as fast as a call, where reflection is not. */
    @SuppressWarnings("unchecked")
    private static Function<Object, Object> accessor(RecordComponent component) {
        try {
            MethodHandle method = HERE.unreflect(component.getAccessor());
            return (Function<Object, Object>)
                    LambdaMetafactory.metafactory(
                                    HERE,
                                    "apply",
                                    MethodType.methodType(Function.class),
                                    MethodType.methodType(Object.class, Object.class),
                                    method,
                                    method.type().wrap())
                            .getTarget()
                            .invoke();
        } catch (Throwable e) {
            throw new IllegalStateException("no access to " + component, e);
        }
    }

    private final class RecordModel implements TemplateHashModel {

        private final Record view;
        private final Map<String, Function<Object, Object>> components;

        RecordModel(Record view) {
            this.view = view;
            this.components = COMPONENTS.get(view.getClass());
        }

        @Override
        public @Nullable TemplateModel get(String key) throws TemplateModelException {
            Function<Object, Object> component = components.get(key);
            return component == null ? null : wrap(component.apply(view));
        }

        @Override
        public boolean isEmpty() {
            return false;
        }
    }

    private final class ListModel implements TemplateSequenceModel, TemplateCollectionModel {

        private final List<?> list;

        ListModel(List<?> list) {
            this.list = list;
        }

        @Override
        public @Nullable TemplateModel get(int index) throws TemplateModelException {
            return index < list.size() ? wrap(list.get(index)) : null;
        }

        @Override
        public int size() {
            return list.size();
        }

        @Override
        public TemplateModelIterator iterator() {
            Iterator<?> items = list.iterator();
            return new TemplateModelIterator() {
                @Override
                public TemplateModel next() throws TemplateModelException {
                    return wrap(items.next());
                }

                @Override
                public boolean hasNext() {
                    return items.hasNext();
                }
            };
        }
    }
}
