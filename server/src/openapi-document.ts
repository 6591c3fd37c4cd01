import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger'

/** The OpenAPI document of the whole API. */
export function openApiDocument(app: NestFastifyApplication): OpenAPIObject {
  const about = new DocumentBuilder()
    .setTitle('民生直通 API')
    .setDescription(
      'Errors are RFC 9457 problem+json with `code` (stable, English) and `title` (Chinese, says what to do).',
    )
    .setVersion('1')
    .addBearerAuth()
    .build()
  return SwaggerModule.createDocument(app, about, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  })
}

/** `/api/openapi.json` for programs, `/api/docs` for people. Made at the first request. */
export function serveDocument(app: NestFastifyApplication): void {
  SwaggerModule.setup('api/docs', app, () => openApiDocument(app), {
    jsonDocumentUrl: 'api/openapi.json',
    yamlDocumentUrl: 'api/openapi.yaml',
  })
}
