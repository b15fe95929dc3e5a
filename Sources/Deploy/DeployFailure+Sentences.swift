import Diagnostics
import Disk
import HTTP
import Language
import Programs

extension DeployFailure: Finding {
  public var code: String {
    switch self {
    case .disk: "deploy-disk"
    case .changedMeanwhile: "deploy-changed"
    case .locked: "deploy-locked"
    case .program, .refused: "deploy-command"
    case .damagedRecord: "deploy-record"
    case .http(let failure, _): failure.code
    case .answered: "deploy-store"
    case .noThreads: "deploy-threads"
    case .objection(let finding): finding.code
    case .noLibrary: "deploy-library"
    case .purge: "deploy-purge"
    case .notServed, .unanswered: "deploy-verify"
    }
  }

  public var severity: Severity { .error }

  public func sentence(in tongue: Tongue) -> Sentence {
    switch self {
    case .disk(let failure):
      Sentence("\(failure.path.text): \(failure.reason.sentence(in: tongue).message)")
    case .changedMeanwhile(let key):
      Sentence(
        tongue.pick(
          en: "'\(key)' has changed since the plan was made",
          es: "«\(key)» ha cambiado desde que se hizo el plan"),
        hint: tongue.pick(
          en: "a build ran meanwhile: deploy again",
          es: "se ha generado el sitio mientras tanto: publica otra vez"))
    case .locked(let lock):
      Sentence(
        tongue.pick(
          en: "another deploy to this target is running", es: "hay otro despliegue en marcha a este destino"),
        hint: tongue.pick(
          en: "wait for it; the lock is \(lock)", es: "espera a que acabe; el bloqueo es \(lock)"))
    case .http(let failure, let host): Self.sentence(about: failure, at: host, in: tongue)
    case .answered(let status, let code, let key):
      Sentence(
        tongue.pick(
          en: "the store answered \(status)\(code.isEmpty ? "" : " (\(code))") to '\(key)'",
          es: "el almacén respondió \(status)\(code.isEmpty ? "" : " (\(code))") a «\(key)»"),
        hint: Self.hint(for: code, in: tongue))
    case .noThreads: DeployFinding.noThreads.sentence(in: tongue)
    case .objection(let finding): finding.sentence(in: tongue)
    case .noLibrary(let name, let reason):
      Sentence(
        tongue.pick(
          en: "\(name) is needed to compress, and cannot be used: \(reason)",
          es: "hace falta \(name) para comprimir, y no se puede usar: \(reason)"),
        hint: tongue.pick(
          en: "install zlib1g and libbrotli1, or do without 'precompress' and 'gzip'",
          es: "instala zlib1g y libbrotli1, o prescinde de «precompress» y «gzip»"))
    case .purge(let host, let status, let said):
      Sentence(
        tongue.pick(
          en: "\(host) did not take the order to forget (\(status))\(said.isEmpty ? "" : ": \(said)")",
          es: "\(host) no aceptó la orden de olvidar (\(status))\(said.isEmpty ? "" : ": \(said)")"),
        hint: tongue.pick(
          en: "the site is published, nothing was deleted; check 'purge' and its token, and deploy again",
          es: "el sitio está publicado y no se borró nada; revisa «purge» y su token, y publica otra vez"))
    case .notServed(let findings):
      Sentence(
        tongue.pick(
          en:
            "the site was sent, but \(findings.count) \(findings.count == 1 ? "address serves" : "addresses serve") something else",
          es:
            "el sitio se envió, pero \(findings.count) \(findings.count == 1 ? "dirección sirve" : "direcciones sirven") otra cosa"
        ),
        hint: tongue.pick(
          en: "look at them once more with 'sitegen deploy --verify'",
          es: "compruébalas otra vez con «sitegen deploy --verify»"))
    case .unanswered(let failure, let origin):
      Sentence(
        tongue.pick(
          en: "nothing can be verified at \(origin): \(failure.sentence(in: tongue).message)",
          es: "no se puede comprobar nada en \(origin): \(failure.sentence(in: tongue).message)"),
        hint: tongue.pick(
          en:
            "what was sent stays published; set 'url' on the target if visitors find it elsewhere, and look again with 'sitegen deploy --verify'",
          es:
            "lo enviado queda publicado; pon «url» en el destino si las visitas lo encuentran en otra dirección, y compruébalo con «sitegen deploy --verify»"
        ))
    case .program(let failure): Self.sentence(about: failure, in: tongue)
    case .refused(let command, let said):
      Sentence(
        said.isEmpty
          ? tongue.pick(en: "'\(command)' failed", es: "«\(command)» ha fallado")
          : tongue.pick(en: "'\(command)' failed: \(said)", es: "«\(command)» ha fallado: \(said)"))
    case .damagedRecord(let place):
      Sentence(
        tongue.pick(
          en: "the record of the last deploy is damaged: \(place)",
          es: "el registro del último despliegue está dañado: \(place)"),
        hint: tongue.pick(
          en: "remove it to publish everything anew; nothing will be deleted then",
          es: "bórralo para publicarlo todo de nuevo; entonces no se borrará nada"))
    }
  }

  private static func sentence(about failure: HTTPFailure, at host: String, in tongue: Tongue) -> Sentence {
    let sentence = failure.sentence(in: tongue)
    return Sentence("\(host): \(sentence.message)", hint: sentence.hint)
  }

  /// What helps against the refusals that stores are known for.
  private static func hint(for code: String, in tongue: Tongue) -> String? {
    switch code {
    case "NoSuchBucket":
      tongue.pick(
        en: "create the bucket, or check 'bucket' and 'style'",
        es: "crea el bucket, o revisa «bucket» y «style»")
    case "AccessDenied":
      tongue.pick(
        en: "the key may lack the right to list, read, write or delete here",
        es: "quizá a la clave le falta el permiso de listar, leer, escribir o borrar aquí")
    case "SignatureDoesNotMatch", "InvalidAccessKeyId":
      tongue.pick(
        en: "check the access key, the secret key and 'region'",
        es: "revisa la clave de acceso, la clave secreta y «region»")
    default: nil
    }
  }

  private static func sentence(about failure: ProgramFailure, in tongue: Tongue) -> Sentence {
    switch failure {
    case .absent(let name):
      Sentence(
        tongue.pick(en: "'\(name)' is not installed", es: "«\(name)» no está instalado"),
        hint: tongue.pick(en: "install it, and try again", es: "instálalo y vuelve a intentarlo"))
    case .refused(let name, let reason):
      Sentence(
        tongue.pick(
          en: "'\(name)' could not be started: \(reason)", es: "«\(name)» no se ha podido iniciar: \(reason)")
      )
    case .tookTooLong(let name, let limit):
      Sentence(
        tongue.pick(
          en: "'\(name)' took longer than \(limit.components.seconds) s and was ended",
          es: "«\(name)» ha tardado más de \(limit.components.seconds) s y se ha interrumpido"))
    case .wroteTooMuch(let name, let limit):
      Sentence(
        tongue.pick(
          en: "'\(name)' wrote more than \(limit) bytes and was ended",
          es: "«\(name)» ha escrito más de \(limit) bytes y se ha interrumpido"))
    }
  }
}
