"""The starter set of synonyms, where there is none yet; editors change it afterwards."""

from pathlib import Path

from django.db import migrations

DATA = Path(__file__).resolve().parents[1] / "language" / "data"


def fill(apps, schema_editor):
    synonyms = apps.get_model("search", "SynonymSet")
    if not synonyms.objects.exists():
        for language in ("ro", "ru", "nl", "en"):
            lines = (DATA / f"synonyms-{language}.txt").read_text(encoding="utf-8").splitlines()
            synonyms.objects.bulk_create(synonyms(language=language, words=line) for line in lines if line)


class Migration(migrations.Migration):
    dependencies = [("search", "0002_full_text")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
