import Diagnostics
import HTTP
import Language

extension ClusterRefusal {
  func sentence(in tongue: Tongue) -> Sentence {
    switch self {
    case .failure(let failure): failure.sentence(in: tongue)
    case .unauthorized:
      Sentence(
        tongue.pick(
          en: "the API server does not know these credentials (401)",
          es: "el servidor de la API no reconoce estas credenciales (401)"),
        hint: tongue.pick(
          en: "a token may have expired; get a new one", es: "un token puede haber caducado; pide uno nuevo"))
    case .forbidden:
      Sentence(
        tongue.pick(
          en: "these credentials may read nothing in the cluster (403)",
          es: "estas credenciales no pueden leer nada del clúster (403)"),
        hint: tongue.pick(
          en: "bind them to the ClusterRole of docs/inventory-live.md",
          es: "vincúlalas al ClusterRole de docs/inventory-live.md"))
    case .status(let status):
      Sentence(
        tongue.pick(
          en: "the API server answers with status \(status)",
          es: "el servidor de la API responde con el estado \(status)"))
    case .notKubernetes:
      Sentence(
        tongue.pick(
          en: "what answers is no Kubernetes API", es: "lo que responde no es una API de Kubernetes"),
        hint: tongue.pick(
          en: "does server: lead to a proxy or to a page to log in?",
          es: "¿lleva server: a un proxy o a una página de acceso?"))
    case .silent:
      Sentence(
        tongue.pick(
          en: "the API server tells nothing about its objects in time",
          es: "el servidor de la API no cuenta nada de sus objetos a tiempo"),
        hint: tongue.pick(en: "is its etcd well?", es: "¿está bien su etcd?"))
    case .noThreads:
      Sentence(tongue.pick(en: "the system gives no more threads", es: "el sistema no da más hilos"))
    }
  }
}
