{{/* What every object of a role carries; call with (dict "root" $ "role" "dedupe"). */}}
{{- define "tocsin.labels" -}}
app.kubernetes.io/name: tocsin
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .role }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version }}
{{- end }}

{{- define "tocsin.selector" -}}
app.kubernetes.io/name: tocsin
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .role }}
{{- end }}

{{- define "tocsin.name" -}}
{{ printf "%s-%s" .root.Release.Name .role | trunc 52 | trimSuffix "-" }}
{{- end }}

{{- define "tocsin.image" -}}
{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}
{{- end }}

{{/* The pod of a role; call with (dict "root" $ "role" name "values" values "args" list "state" bool). */}}
{{- define "tocsin.pod" -}}
metadata:
  labels: {{- include "tocsin.labels" . | nindent 4 }}
  annotations:
    # A changed setting restarts the pods.
    checksum/settings: {{ include (print .root.Template.BasePath "/settings.yaml") .root | sha256sum }}
    {{- with .root.Values.podAnnotations }}{{ toYaml . | nindent 4 }}{{- end }}
spec:
  serviceAccountName: {{ .root.Release.Name }}
  automountServiceAccountToken: false
  # A service called tocsin-kafka would put TOCSIN_KAFKA_* variables into every pod.
  enableServiceLinks: false
  # Longer than a clean close of the streams takes, so that no transaction is left to time out.
  terminationGracePeriodSeconds: 45
  {{- with .root.Values.image.pullSecrets }}
  imagePullSecrets:
    {{- range . }}
    - name: {{ . }}
    {{- end }}
  {{- end }}
  securityContext:
    runAsNonRoot: true
    runAsUser: 10001
    runAsGroup: 10001
    fsGroup: 10001
    seccompProfile:
      type: RuntimeDefault
  topologySpreadConstraints:
    - maxSkew: 1
      topologyKey: kubernetes.io/hostname
      whenUnsatisfiable: ScheduleAnyway
      labelSelector:
        matchLabels: {{- include "tocsin.selector" . | nindent 10 }}
  containers:
    - name: {{ .role }}
      image: {{ include "tocsin.image" .root }}
      imagePullPolicy: {{ .root.Values.image.pullPolicy }}
      args: {{ toJson .args }}
      envFrom:
        - configMapRef:
            name: {{ .root.Release.Name }}-settings
        {{- range compact (list .root.Values.kafka.existingSecret .root.Values.schemaRegistry.existingSecret) }}
        - secretRef:
            name: {{ . }}
        {{- end }}
        {{- if and (eq .role "ingest") .root.Values.push.url }}
        - secretRef:
            name: {{ required "push.existingSecret is required with push.url" .root.Values.push.existingSecret }}
        {{- end }}
        {{- if eq .role "serve" }}
        - secretRef:
            name: {{ .root.Values.access.existingSecret | default (include "tocsin.name" (dict "root" .root "role" "access")) }}
        {{- end }}
      env:
        # The name of the member in its consumer group: a pod that returns takes its own partitions again.
        - name: TOCSIN_INSTANCE
          valueFrom:
            fieldRef:
              fieldPath: metadata.name
        {{- if and (eq .role "ingest") .root.Values.push.url }}
        - name: TOCSIN_PUSH_URL
          value: {{ .root.Values.push.url | quote }}
        {{- end }}
      ports:
        - name: health
          containerPort: 9090
        {{- if eq .role "serve" }}
        - name: http
          containerPort: 8080
        {{- end }}
        {{- if and (eq .role "ingest") .root.Values.push.url }}
        - name: push
          containerPort: 8083
        {{- end }}
      startupProbe:
        httpGet: {path: /health/live, port: health}
        periodSeconds: 2
        failureThreshold: 60
      livenessProbe:
        httpGet: {path: /health/live, port: health}
        periodSeconds: 10
        failureThreshold: 3
      readinessProbe:
        httpGet: {path: /health/ready, port: health}
        periodSeconds: 5
      resources: {{- toYaml .values.resources | nindent 8 }}
      securityContext:
        allowPrivilegeEscalation: false
        readOnlyRootFilesystem: true
        capabilities:
          drop: [ALL]
      volumeMounts:
        - name: data
          mountPath: /var/lib/tocsin
        - name: tmp
          mountPath: /tmp
  volumes:
    - name: tmp
      emptyDir: {}
    {{- if not .state }}
    - name: data
      emptyDir: {}
    {{- end }}
  {{- with .root.Values.nodeSelector }}
  nodeSelector: {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with .root.Values.tolerations }}
  tolerations: {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end }}
