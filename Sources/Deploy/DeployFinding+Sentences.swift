import Diagnostics
import HTTP
import Language

extension DeployFinding {
  public func sentence(in tongue: Tongue) -> Sentence {
    switch self {
    case .noSite, .emptySite, .noIndex, .sameButForCase, .noThreads: aboutTheSite(in: tongue)
    case .noTargets, .unknownTarget, .severalTargets: aboutTargets(in: tongue)
    case .missingVariable(let name):
      Sentence(
        tongue.pick(en: "the variable \(name) is not set", es: "la variable \(name) no está definida"),
        hint: tongue.pick(
          en: "set it in the environment, or in the secrets of your CI",
          es: "defínela en el entorno, o en los secretos de tu CI"))
    case .tooManyDeletes, .tooGreatAShare, .foreignFiles: aboutGuards(in: tongue)
    case .cannotRollBack, .noSuchRelease, .noEarlierRelease: aboutReleases(in: tongue)
    case .wrongAfterwards(let url, let why):
      Sentence(
        tongue.pick(
          en: "\(url) is not what was sent: \(why.words(in: tongue))",
          es: "\(url) no es lo que se envió: \(why.words(in: tongue))"),
        hint: tongue.pick(
          en: "look whether a cache stands in between, and whether 'url' is the address of this target",
          es: "mira si hay una caché por medio, y si «url» es la dirección de este destino"))
    case .nothingToVerify:
      Sentence(
        tongue.pick(
          en: "this target has no public address to look at",
          es: "este destino no tiene una dirección pública que comprobar"),
        hint: tongue.pick(
          en: "set 'url' on the target, or base_url", es: "pon «url» en el destino, o base_url"))
    case .redirectsNotRead, .headersNotRead, .tooManyRules, .tooLongRule: aboutHosts(in: tongue)
    }
  }

  private func aboutHosts(in tongue: Tongue) -> Sentence {
    switch self {
    case .redirectsNotRead(let count, let host):
      Sentence(
        tongue.pick(
          en:
            "\(host) reads no _redirects: \(count) of its \(count == 1 ? "rule has" : "rules have") no effect there",
          es:
            "\(host) no lee _redirects: \(count) de sus reglas no \(count == 1 ? "tiene" : "tienen") efecto allí"
        ),
        hint: tongue.pick(
          en: "use 'aliases' in the page instead: an alias has a page of its own that leads on",
          es: "usa «aliases» en la página: un alias tiene una página propia que lleva a la nueva"))
    case .headersNotRead(let host):
      Sentence(
        tongue.pick(
          en: "\(host) reads no _headers: it sends its own headers alone",
          es: "\(host) no lee _headers: solo envía sus propias cabeceras"))
    case .tooManyRules(let count, let limit, let host):
      Sentence(
        tongue.pick(
          en: "there are \(count) rules of this kind; \(host) takes the first \(limit)",
          es: "hay \(count) reglas de esta clase; \(host) toma las \(limit) primeras"),
        hint: tongue.pick(
          en: "join some of them with '*', or drop 'redirects.legacy'",
          es: "une algunas con «*», o quita «redirects.legacy»"))
    case .tooLongRule(let bytes, let limit, let host):
      Sentence(
        tongue.pick(
          en: "this line has \(bytes) bytes; \(host) takes no more than \(limit)",
          es: "esta línea tiene \(bytes) bytes; \(host) no toma más de \(limit)"),
        hint: tongue.pick(en: "shorten it", es: "acórtala"))
    default: preconditionFailure("not about a host")
    }
  }

  private func aboutTheSite(in tongue: Tongue) -> Sentence {
    let build = tongue.pick(en: "run 'sitegen build' first", es: "ejecuta antes «sitegen build»")
    return switch self {
    case .noSite:
      Sentence(
        tongue.pick(en: "there is no built site here", es: "aquí no hay ningún sitio generado"), hint: build)
    case .emptySite:
      Sentence(
        tongue.pick(en: "the output folder is empty", es: "la carpeta de salida está vacía"), hint: build)
    case .noIndex:
      Sentence(
        tongue.pick(en: "the site has no index.html", es: "el sitio no tiene index.html"), hint: build)
    case .sameButForCase(let one, let other):
      Sentence(
        tongue.pick(
          en: "'\(one)' and '\(other)' differ only in case, and are one file on some systems",
          es:
            "«\(one)» y «\(other)» solo se distinguen por las mayúsculas, y en algunos sistemas son el mismo archivo"
        ),
        hint: tongue.pick(en: "rename one of them", es: "cambia el nombre de uno de los dos"))
    default:
      Sentence(tongue.pick(en: "the system gives no more threads", es: "el sistema no da más hilos"))
    }
  }

  private func aboutTargets(in tongue: Tongue) -> Sentence {
    switch self {
    case .unknownTarget(let name, let near, let known):
      Sentence(
        tongue.pick(en: "there is no deploy target '\(name)'", es: "no hay ningún destino «\(name)»"),
        hint: near.map { tongue.pick(en: "did you mean '\($0)'?", es: "¿querías decir «\($0)»?") }
          ?? tongue.pick(
            en: "site.yaml has: \(known.joined(separator: ", "))",
            es: "site.yaml tiene: \(known.joined(separator: ", "))"))
    case .severalTargets(let known):
      Sentence(
        tongue.pick(
          en: "site.yaml has several deploy targets", es: "site.yaml tiene varios destinos"),
        hint: tongue.pick(
          en: "name one: \(known.joined(separator: ", "))", es: "indica uno: \(known.joined(separator: ", "))"
        ))
    default:
      Sentence(
        tongue.pick(en: "site.yaml names no deploy target", es: "site.yaml no indica ningún destino"),
        hint: tongue.pick(
          en: "add deploy.targets, such as 'produccion: {type: dir, path: /srv/blog}'",
          es: "añade deploy.targets, por ejemplo «produccion: {type: dir, path: /srv/blog}»"))
    }
  }

  private func aboutGuards(in tongue: Tongue) -> Sentence {
    switch self {
    case .tooManyDeletes(let count, let limit):
      Sentence(
        tongue.pick(
          en: "this deploy would delete \(count) files; at most \(limit) are deleted unasked",
          es: "este despliegue borraría \(count) archivos; sin pedirlo se borran como mucho \(limit)"),
        hint: deletesHint(count, in: tongue))
    case .tooGreatAShare(let count, let total, let percent):
      Sentence(
        tongue.pick(
          en: "this deploy would delete \(count) of \(total) published files, more than \(percent) %",
          es: "este despliegue borraría \(count) de \(total) archivos publicados, más del \(percent) %"),
        hint: deletesHint(count, in: tongue))
    case .foreignFiles(let count, let first):
      Sentence(
        tongue.pick(
          en:
            "the target holds \(count) \(count == 1 ? "file" : "files") that sitegen did not put there, such as '\(first)'",
          es:
            "el destino contiene \(count) \(count == 1 ? "archivo" : "archivos") que no puso sitegen, como «\(first)»"
        ),
        hint: tongue.pick(
          en: "is it the right place? if so, set 'adopt: true' on the target: they stay where they are",
          es: "¿es el sitio correcto? si lo es, pon «adopt: true» en el destino: se quedarán donde están"))
    default: preconditionFailure("not about a guard")
    }
  }

  private func deletesHint(_ count: Int, in tongue: Tongue) -> String {
    tongue.pick(
      en: "look at 'sitegen deploy --dry-run'; if that is meant, add --max-deletes \(count)",
      es: "mira «sitegen deploy --dry-run»; si es lo que quieres, añade --max-deletes \(count)")
  }

  private func aboutReleases(in tongue: Tongue) -> Sentence {
    switch self {
    case .noSuchRelease(let name, let known):
      Sentence(
        tongue.pick(en: "there is no release '\(name)'", es: "no existe la versión «\(name)»"),
        hint: known.isEmpty
          ? nil
          : tongue.pick(
            en: "there are: \(known.joined(separator: ", "))", es: "existen: \(known.joined(separator: ", "))"
          ))
    case .noEarlierRelease:
      Sentence(
        tongue.pick(en: "there is no earlier release", es: "no hay ninguna versión anterior"))
    case .cannotRollBack(let kind):
      Sentence(
        tongue.pick(
          en: "a target of type '\(kind)' keeps no releases to go back to",
          es: "un destino de tipo «\(kind)» no guarda versiones a las que volver"),
        hint: tongue.pick(
          en: "check out the earlier state of the site, build and deploy it",
          es: "recupera el estado anterior del sitio, genéralo y publícalo"))
    default: preconditionFailure("not about releases")
    }
  }
}

extension DeployFinding.Difference {
  fileprivate func words(in tongue: Tongue) -> String {
    switch self {
    case .status(let status):
      tongue.pick(en: "the server answered \(status)", es: "el servidor respondió \(status)")
    case .content: tongue.pick(en: "its content is another", es: "su contenido es otro")
    case .contentType(let type):
      tongue.pick(en: "it is served as '\(type)'", es: "se sirve como «\(type)»")
    case .unreachable(let failure): failure.sentence(in: tongue).message
    }
  }
}
