"""From a dossier to what documents show: plain JSON values and nothing else."""
